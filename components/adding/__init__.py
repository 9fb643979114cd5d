"""The page Add articles: a visitor's own texts, read, looked at, put right, and added.

============  ====================================================================
``forms``     the ways in: paste, upload, addresses, feed, a workspace kept before
``columns``   the columns of an uploaded table
``intake``    files, addresses and feeds read into a tray
``tray``      what was read and is not added yet
``review``    what was read, to be looked at and put right
``preview``   one article as it is understood
``queue``     adding, batch by batch, and what became of each article
``box``       the articles that a visitor has
``session``   what the page keeps between its runs
``progress``  how far reading, fetching and adding are
============  ====================================================================
"""
