"""New articles from the web.

================  ==================================================
``feeds``         the feeds that are read, as data
``visitor``       robots.txt, and pauses between requests
``refresh``       a run over the feeds
``relevance``     whether an article is about Serbia and Russia
``extract``       what may be stored of an article
``press_review``  the files that new articles are added to
``state``         what is remembered between runs
``fetch``         pages, fetched safely
``guard``         connections that go only where they may
================  ==================================================
"""
