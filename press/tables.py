"""The tables of a corpus: names, columns, types and units, said once."""

from __future__ import annotations

import pyarrow as pa

_S, _I, _F, _B = pa.string(), pa.int32(), pa.float32(), pa.bool_()
_L = pa.list_(pa.string())

TABLES: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("article_id", _S),  # hash of the normalised address, else of the text
            ("url", _S),
            ("title", _S),
            ("outlet", _S),  # canonical name
            ("outlet_country", _S),  # ISO 3166-1 alpha-2, or 'unknown'
            ("outlet_kind", _S),  # see data/vocabulary/outlets.toml
            ("outlet_group", _S),  # identifier of the group that charts stack by
            ("language", _S),  # ISO 639-1
            ("script", _S),  # 'Latn' or 'Cyrl'
            ("published", pa.date32()),  # null where unknown
            ("date_basis", _S),  # given, metadata, inferred, unknown
            ("author", _S),
            ("lead", _S),
            ("text", _S),
            ("words", _I),  # number of words of the text
            ("topics", _L),  # what the article is about, most important first
            ("actors", _L),  # who is named or quoted
            ("abstract", _B),  # the text is an abstract of the article
            ("duplicate_of", _S),  # article_id of the article this one repeats, '' where none
            ("corrections", _S),  # JSON: what was corrected by hand, see press/readers/corrections.py; '' where nothing
        ]
    ),
    "statements": pa.schema(
        [
            ("statement_id", _S),
            ("article_id", _S),
            ("kind", _S),  # direct, indirect, mixed
            ("text", _S),
            ("start", _I),  # characters of the article's text
            ("end", _I),
            ("cue", _S),
            ("speaker", _S),  # canonical name, '' where unknown
            ("speaker_surface", _S),
            ("speaker_country", _S),
            (
                "speaker_kind",
                _S,
            ),  # person, organisation, state, outlet, group; described: words stand for a name; '' where nobody
            ("through", _S),  # who passes the statement on, '' where nobody
            ("sentiment", _F),  # -1 to 1
            ("label", _S),  # negative, neutral, positive
            ("reasons", _S),  # JSON: [[start, end, weight], ...], characters of the article's text
            ("background", _B),
            ("basis", _S),  # 'parser' or 'hand'
        ]
    ),
    "stances": pa.schema(
        [
            ("statement_id", _S),
            ("article_id", _S),
            ("target", _S),
            ("stance", _F),  # -1 to 1
            ("label", _S),
        ]
    ),
    "mentions": pa.schema(
        [
            ("article_id", _S),
            ("kind", _S),  # 'topic' or 'actor'
            ("name", _S),  # topic identifier or canonical name
            ("actor_kind", _S),  # person, state, organisation, ... ; '' for topics
            ("surface", _S),
            ("start", _I),
            ("end", _I),
            ("sentence", _S),
        ]
    ),
    "events": pa.schema(
        [
            ("event_id", _S),
            ("article_id", _S),
            ("story_id", _S),
            ("type", _S),
            ("cameo", _S),  # CAMEO code, '' where the codebook has none
            ("date", _S),  # YYYY-MM-DD, YYYY-MM, YYYY or ''
            ("day", pa.date32()),  # the date, or the first day of its month or year, for charts
            ("date_precision", _S),  # day, month, year, unknown
            ("actors", _L),
            ("sentence", _S),
            ("start", _I),
            ("end", _I),
            ("background", _B),
            ("planned", _B),
            ("basis", _S),
        ]
    ),
    "stories": pa.schema(
        [
            ("story_id", _S),
            ("type", _S),
            ("date", _S),
            ("day", pa.date32()),
            ("date_precision", _S),
            ("title", _S),  # the sentence of the earliest report
            ("actors", _L),
            ("articles", _I),  # number of articles
            ("outlets", _I),
            ("languages", _L),
            ("planned", _B),
        ]
    ),
}
#: Beside the tables: the different words of an article's title and text, as they are searched.
WORDS = pa.schema([("article_id", _S), ("words", _L)])
#: All tables that are kept for articles.
STORED = {**TABLES, "words": WORDS}
