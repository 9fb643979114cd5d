"""Readers: one module for each form of input, each yields :class:`press.article.Article`."""
