"""Articles into a corpus, on all cores or a Dask cluster.

===========  ==================
``job``      the ingest
``preload``  workers made ready
===========  ==================
"""
