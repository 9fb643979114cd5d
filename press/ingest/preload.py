"""Importing this module loads the parser with all its vocabulary.

For a server process that forks the workers of an ingest: they are ready at once, and share what is loaded.
"""

from press.article import Article
from press.corpus import opening as corpus
from press.reading.parse import parse

_TEXTS = {
    "en": "Anna Sample of Serbia met Boris Example of Russia on Monday. “We go on,” she said.",
    "sr": "Ana Primer iz Srbije sastala se u ponedeljak sa Borisom Uzorom iz Rusije. „Idemo dalje“, rekla je ona.",
    "ru": "Анна Пример из Сербии встретилась в понедельник с Борисом Образцом из России. «Идём дальше», — сказала она.",
    "uk": "Анна Приклад із Сербії зустрілася в понеділок з Борисом Зразком з Росії. «Ідемо далі», — сказала вона.",
}
for _language, _text in _TEXTS.items():
    corpus.rows_of(parse(Article(title="", text=_text, language=_language)))
