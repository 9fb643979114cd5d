"""One script a claim; each prints its figures as a table and, with --json FILE, as JSON."""
