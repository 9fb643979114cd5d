"""Importing this module loads the parser with all its vocabulary, and what else workers need.

For a server process that forks the workers of an ingest: they are ready at once, and share what is loaded.
"""

from press.article import Article
from press.corpus.versions import version
from press.ingest.batch import tables_of_batch

_TEXTS = {
    "en": "Anna Sample of Serbia met Boris Example of Russia on Monday. “We go on,” she said.",
    "sr": "Ana Primer iz Srbije sastala se u ponedeljak sa Borisom Uzorom iz Rusije. „Idemo dalje“, rekla je ona.",
    "ru": "Анна Пример из Сербии встретилась в понедельник с Борисом Образцом из России. «Идём дальше», — сказала она.",
    "uk": "Анна Приклад із Сербії зустрілася в понеділок з Борисом Зразком з Росії. «Ідемо далі», — сказала вона.",
}
_ARTICLES = [Article(title="", text=text, language=language) for language, text in _TEXTS.items()]
tables_of_batch(_ARTICLES, [version(article) for article in _ARTICLES])
