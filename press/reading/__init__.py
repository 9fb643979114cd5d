"""An article in, what it says out; :func:`press.reading.parse.parse` is the pipeline.

===============  ====================================================================
``parse``        the pipeline
``document``     what the steps share and fill
``given``        back to the text as given
``actors``       who is named
``attribution``  who said what
``tone``         tone of statements, stance toward parties
``topics``       what it is about
``events``       what happened
``grammar``      cues and closed classes of a language, and how its clauses are built
``wording``      the words and endings by which a language tells who speaks
===============  ====================================================================
"""
