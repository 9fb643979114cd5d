"""What pages are made of. Frames come from :mod:`press.questions`; no SQL and no parsing here.

==============  ================================================================
``navigation``  which pages there are
``filters``     the one filter bar, and the headline of a page
``state``       what a visitor sees: corpus, selection, answers kept
``shared``      the corpus that all visitors see, opened once
``workspace``   a visitor's own articles
``address``     choices of a page, kept in its address
``clicks``      what was clicked in a chart or table, kept in the address
``periods``     periods as shown, and by which charts count
``labels``      what things are called
``colours``     the colours that stand for things
``text``        article text into HTML and Markdown, escaped
``charts``      a frame in, a Plotly figure out
``figures``     a chart with its title, clicks and download
``headline``    headline figures
``tables``      tables of which a row can be clicked
``lists``       lists of articles, events, sentences, statements
``cards``       a statement as a card
``sources``     where something stands: article, day, outlet, original
``story``       one event with all its reports
``reader``      one article with what was found in it marked
``correct``     corrections by hand in the reader
``edits``       changed cells of tables as corrections
``gdelt``       GDELT's events beside our own
``downloads``   rows as a file that a spreadsheet opens safely
``adding``      the page Add articles
==============  ================================================================
"""
