"""Precision, recall and F1 of every step against hand labels; what the labels mean: ``tests/gold/README.md``.

==============  ========================================================
``labels``      the labelled articles, and which are held out from tuning
``measures``    overlap of spans, precision, recall, F1
``comparison``  parsed articles against their labels
``quality``     the whole parser, by task and language
``relevance``   whether articles about Serbia and Russia are told from others
``report``      the scores as tables, in the README and for the About page
==============  ========================================================
"""
