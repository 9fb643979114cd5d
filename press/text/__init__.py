"""Characters to sentences: what can be said of a text before anybody knows what it is about.

=================  ======================================================
``clean``          what is no letter
``mojibake``       letters read in a wrong encoding
``lines``          hard line breaks
``offsets``        the way back to the text as given
``language``       language and script
``words``          tokens and folded keys
``acronyms``       short names in capitals, which keep them in their keys
``phrases``        tables of the vocabulary's phrases
``quotes``         quotation marks
``dialogue``       speech that dashes open
``inserted``       the author's words inside a speech
``sections``       sentences, and the sections of an article
``dates``          days, months and years
``calendar``       the words for them
``given_names``    given names and their gender
``nominative``     the nominative of inflected names
``months``         a month with its day and year
``ago``            "three years ago"
``nearest``        which year or weekday is meant
``transliterate``  names across scripts
``declension``     the forms of names
``inflect``        the forms of common words
``search``         text as it is searched
=================  ======================================================
"""
