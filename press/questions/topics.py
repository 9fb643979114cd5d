"""Topics: what is written about, over time, by group of outlets, and which topics come together."""

from __future__ import annotations

import pandas as pd

from press.corpus.queries import Corpus
from press.questions import listing, periods
from press.questions.narrowing import Articles
from press.selection import Selection


def frequent(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Topics with their number of articles.

    Columns: ``topic`` (identifier), ``articles``. The most frequent first, then by topic.
    """
    return corpus.sql(
        "SELECT topic, count(*) AS articles FROM article_topics GROUP BY topic ORDER BY articles DESC, topic", selection
    )


def by_period(corpus: Corpus, selection: Selection, period: str, topics: tuple[str, ...]) -> pd.DataFrame:
    """Dated articles about each of some topics by period of publication, zeros included.

    Columns: ``topic``, ``period`` (its first day, a timestamp), ``articles`` (about the topic), ``total`` (all articles of the
    period), ``share`` (their quotient, 0…1). In the order of the topics given and of time; periods without any article are
    left out.
    """
    start = periods.start_of(period)
    return corpus.sql(
        f"WITH c AS (SELECT topic, {start} AS period, count(*) AS articles FROM article_topics WHERE published IS NOT NULL GROUP BY ALL), "
        f"p AS (SELECT {start} AS period, count(*) AS total FROM articles WHERE published IS NOT NULL GROUP BY ALL) "
        "SELECT t.topic, p.period, coalesce(c.articles, 0) AS articles, p.total, coalesce(c.articles, 0) / p.total AS share "
        "FROM (SELECT unnest(?) AS topic, generate_subscripts(?, 1) AS place) t CROSS JOIN p LEFT JOIN c USING (topic, period) "
        "ORDER BY t.place, p.period",
        selection, [list(topics), list(topics)],
    )  # fmt: skip


def by_group(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Articles about each topic by group of outlets, zeros included.

    Columns: ``topic``, ``outlet_group``, ``articles``, ``share`` (of all articles of the group, 0…1). By topic and group.
    """
    return corpus.sql(
        "WITH c AS MATERIALIZED (SELECT topic, outlet_group, count(*) AS articles FROM article_topics GROUP BY ALL), "
        "g AS (SELECT outlet_group, count(*) AS total FROM articles GROUP BY ALL) "
        "SELECT t.topic, g.outlet_group, coalesce(c.articles, 0) AS articles, coalesce(c.articles, 0) / g.total AS share "
        "FROM (SELECT DISTINCT topic FROM c) t CROSS JOIN g LEFT JOIN c USING (topic, outlet_group) ORDER BY t.topic, g.outlet_group",
        selection,
    )


def together(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """Articles that are about both of two different topics.

    Columns: ``one``, ``other`` (topics; each pair stands in both orders), ``articles`` (more than 0). By the two topics.
    """
    return corpus.sql(
        "SELECT a.topic AS one, b.topic AS other, count(*) AS articles FROM article_topics a JOIN article_topics b "
        "ON a.article_no = b.article_no AND a.topic <> b.topic GROUP BY ALL ORDER BY one, other",
        selection,
    )


def sentences(corpus: Corpus, selection: Selection, topic: str, narrowing: Articles) -> listing.Rows:
    """Sentences that mention a topic, in articles that fulfil a narrowing.

    Columns: ``article_id``, ``published``, ``outlet``, ``language``, ``sentence``, ``start`` (of the first mention in it,
    characters of the text), ``url``, ``title``. Those of the latest articles first, then in the order of the text.
    """
    inside, values = narrowing.condition()
    mentioned = f"m.kind = 'topic' AND m.name = ? AND m.article_no IN (SELECT article_no FROM articles WHERE {inside})"
    return listing.rows(
        corpus, selection, "m.article_no, m.article_id, m.published, m.outlet, m.language, m.sentence, min(m.start) AS start",
        "article_mentions m", f"{mentioned} GROUP BY ALL", (topic, *values), f"{corpus.latest('m')}, start",
        around="SELECT s.* EXCLUDE (article_no), a.url, a.title FROM ({}) s JOIN all_articles a USING (article_no) "
        f"ORDER BY {corpus.latest('s')}, s.start",
        counted=f"SELECT count(*) AS n FROM (SELECT DISTINCT m.article_no, m.sentence FROM article_mentions m WHERE {mentioned})",
    )  # fmt: skip
