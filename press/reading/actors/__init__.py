"""Who is named: persons, states and organisations, under one canonical name.

===============  ==================================================================
``mentions``     the actors of a text: its phrases, each with the reading that fits
``known``        the vocabulary's actors as tables
``composition``  neighbours that are one actor: an institution and its country
``offices``      an office and its holder on a day
``names``        persons whom the vocabulary does not know, by their form
``bodies``       outlets and bodies that the vocabulary does not know
``english``      rules of English alone
===============  ==================================================================
"""
