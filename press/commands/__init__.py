"""The commands of ``python -m press``: each declares its arguments and runs; what they do lies in the rooms below.

============  ==========================================
``parse``     what is read in articles
``evaluate``  precision and recall against hand labels
``ingest``    articles into a corpus
``export``    tables as files
``refresh``   new articles from the feeds
============  ==========================================
"""
