"""Characters to sentences: what can be said of a text before anybody knows what it is about.

=================  ======================================================
``language``       language and script
``words``          tokens and folded keys
``acronyms``       short names in capitals, which keep them in their keys
``phrases``        tables of the vocabulary's phrases
``quotes``         quotation marks
``sections``       sentences, and the sections of an article
``dates``          days, months and years
``calendar``       the words for them
``given_names``    given names and their gender
``nominative``     the nominative of inflected names
``transliterate``  names across scripts
``declension``     the forms of names
``inflect``        the forms of common words
=================  ======================================================
"""
