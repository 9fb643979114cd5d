"""Serbia–Russia Monitor: page set-up, navigation and the one filter bar."""

from __future__ import annotations

from components import filters, shell, state

page = shell.navigation()
corpus = state.corpus()
filters.bar(corpus)
page.run()
