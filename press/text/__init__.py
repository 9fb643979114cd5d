"""Characters to sentences: what can be said of a text before anybody knows what it is about.

=================  =========================================
``language``       language and script
``words``          tokens, folded keys, tables of phrases
``quotes``         quotation marks
``sections``       sentences, and the sections of an article
``dates``          days, months and years
``calendar``       the words of dates
``months``         a month with its day and year
``ago``            "three years ago"
``nearest``        which year or weekday is meant
``transliterate``  names across scripts
``declension``     the forms of names
``inflect``        the forms of common words
=================  =========================================
"""
