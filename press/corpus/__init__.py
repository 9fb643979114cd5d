"""Tables on disk, and the queries under a selection.

==================  ====================================
``opening``         rows, and the corpus that pages open
``store``           a corpus on disk
``index``           the index of a corpus
``near_identical``  texts that are nearly the same
``stories``         reports of one event
``corrections``     what was put right by hand
==================  ====================================
"""
