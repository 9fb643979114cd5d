"""Tables on disk, and the queries under a selection.

=================  ===============================================
``rows``           the rows of all tables for one article
``building``       articles to tables, written as a corpus
``opening``        a corpus by its address
``fingerprints``   whether the same was made of the same
``store``          a corpus on disk: parts and their manifest
``merge_on_read``  the rows that count, of several parts
``index``          tables laid out for charts
``index_file``     … in memory, or in a file where it is large
``queries``        the tables under a Selection
``conditions``     a Selection as SQL
``sql``            pieces of SQL
``stories``        reports of one event
``corrections``    what was put right by hand, applied
``versions``       of two articles with one address, which is kept
``repeats``        reprints, and one article under two addresses
=================  ===============================================
"""
