"""Learning the parser's weights from labels; not needed to run it."""
