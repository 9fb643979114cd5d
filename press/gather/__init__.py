"""From the web: feeds and pages, fetched safely, and what of them is kept.

=============  =============================================
``feeds``      new articles for the press review
``fetch``      pages, fetched safely
``relevance``  whether an article is about Serbia and Russia
=============  =============================================
"""
