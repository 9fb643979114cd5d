"""Articles into a corpus, on all cores or a Dask cluster.

============  ==================================================
``job``       the ingest: compare, hand to workers, take up
``sources``   files, folders and addresses that are read
``known``     what the corpus holds already, and which version counts
``disk_map``  numbers to numbers, on disk
``workers``   processes on this machine, or a Dask cluster
``preload``   what workers share from their start
``batch``     what a worker does: parse a batch, write a part
``publish``   events grouped with the rest, and all shown
``report``    what became of the items, and how far it is
============  ==================================================
"""
