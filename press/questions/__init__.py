"""What pages, notebooks and the command line ask a corpus: one function a question, without Streamlit.

A question is a function ``(corpus, selection, …) → DataFrame`` (a number where that is all there is to say, and
:class:`~press.questions.listing.Rows` where the answer may be long). Its docstring gives columns, units and order; how
it stays quick on a million articles is its own business.

==============  ==============================================================
``coverage``    how much is written, when and by whom
``events``      what happened: news, the timeline, one event and its reports
``topics``      what is written about, over time, by group, together
``statements``  what is said: tone, stance, the statements themselves
``people``      who is quoted
``articles``    lists of articles, and all that was read in one article
``narrowing``   conditions beside the selection: what was clicked or chosen
``periods``     days, weeks, months and years
``listing``     long lists: the first rows, their number, all for a download
==============  ==============================================================
"""
