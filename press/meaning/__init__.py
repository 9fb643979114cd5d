"""The model that reads meaning: text in, vectors and scores out; one engine behind one function.

===========  ===========================================
``inputs``   texts and spans as ids of word pieces
``encoder``  the model: vectors and scores
===========  ===========================================
"""
