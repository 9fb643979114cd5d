"""The tone of statements and their stance toward parties.

===============  ========================================
``lexicon``      tone words
``sentiment``    the tone of a statement
``parties``      the parties that a text names
``stance``       the stance of a statement toward them
``person``       tone toward a person
``weights``      what the models have learned
``transformer``  another model for the tone of statements
===============  ========================================
"""
