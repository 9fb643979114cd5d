"""Serbia–Russia Monitor: page set-up, navigation and the one filter bar."""

from __future__ import annotations

from components import filters, navigation

page = navigation.page()
filters.bar()
page.run()
