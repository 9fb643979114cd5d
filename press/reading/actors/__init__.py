"""Who is named: persons, states and organisations, under one canonical name.

============  ========================================================
``mentions``  names of the vocabulary in a text
``names``     persons whom the vocabulary does not know, by their form
============  ========================================================
"""
