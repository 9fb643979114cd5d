"""The tone of statements and their stance toward parties.

===============  ========================================
``lexicon``      tone words
``sentiment``    the tone of a statement
``stance``       its stance toward parties
``person``       tone toward a person
``transformer``  another model for the tone of statements
===============  ========================================
"""
