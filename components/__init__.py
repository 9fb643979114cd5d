"""What pages are made of: state, filter bar, charts, cards, downloads."""
