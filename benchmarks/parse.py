"""Speed of the whole analysis: megabytes and articles per second and core, by step and language.

    python -m benchmarks.parse [--megabytes 20] [--json FILE]

The bundled corpus is repeated until it has the size asked for; English news text as long articles is measured
beside it, and inputs made to be slow: a 5 MB article, a million quotation marks, a line without spaces.
All times are CPU time of one process.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from time import process_time
from typing import Any

from benchmarks import report
from press.article import Article
from press.corpus.building import read_articles
from press.reading import topics
from press.reading.actors import mentions
from press.reading.attribution import statements
from press.reading.attribution.author_words import AuthorWords
from press.reading.document import Document
from press.reading.events import events
from press.reading.grammar import grammar
from press.reading.parse import parse
from press.reading.tone import sentiment
from press.text import dialogue, quotes, sections
from press.text.clean import clean
from press.text.language import detect
from press.text.words import tokenise, vocabulary_language
from press.vocabulary import LANGUAGES

STEPS = (
    "cleaning", "language", "tokens", "quotation marks", "dialogue", "sentences", "actors", "statements", "sentiment", "topics", "events",
)  # fmt: skip


def timed_steps(article: Article, spent: dict[str, float]) -> None:
    """The pipeline of :func:`press.reading.parse.parse`, adding each step's CPU seconds to ``spent``."""

    def step(name: str, call: Callable[[], Any]) -> Any:
        start = process_time()
        result = call()
        spent[name] += process_time() - start
        return result

    title = clean(article.title).text
    text = step("cleaning", lambda: clean(article.text)).text
    language, script = step("language", lambda: detect(title + "\n" + text, article.language))
    tokens = step("tokens", lambda: tokenise(text, language))
    author = AuthorWords(grammar(vocabulary_language(language)), tokens.keys)
    marks = step("quotation marks", lambda: quotes.find(text))
    speech = step("dialogue", lambda: dialogue.find(text, tokens, marks, language, author))
    parts = step("sentences", lambda: sections.split(text, tokens, language, title, speech))
    document = Document(text, language, script, article.published, title, tokens, parts, quotes=speech)
    step("actors", lambda: mentions.find(document))
    found = step("statements", lambda: statements.find(document))
    touched = step("topics", lambda: topics.find(document))
    step("topics", lambda: topics.rank(document, touched))
    step("sentiment", lambda: sentiment.of_statements(document, found))
    step("events", lambda: events.find(document, found))


def size(articles: list[Article]) -> float:
    """Megabytes (10^6 bytes of UTF-8) of the texts."""
    return sum(len(a.text.encode("utf8", "surrogatepass")) for a in articles) / 1e6


def whole(name: str, articles: list[Article], megabytes: float) -> dict[str, Any]:
    """Rate of the whole pipeline on articles repeated to a size."""
    once = size(articles)
    rounds = max(1, round(megabytes / once))
    for article in articles[:50]:
        parse(article)
    start = process_time()
    for _ in range(rounds):
        for article in articles:
            parse(article)
    seconds = process_time() - start
    return {
        "input": name,
        "MB": once * rounds,
        "articles": len(articles) * rounds,
        "MB/s per core": once * rounds / seconds,
        "articles/s per core": len(articles) * rounds / seconds,
    }


def start_up() -> list[dict[str, Any]]:
    """CPU seconds until the first article of a language is parsed, in a fresh process, less Python's own start."""
    code = (
        "import sys; from time import process_time; a = process_time(); from press.reading.parse import parse; from press.article import Article; "
        "parse(Article(text='A', language=sys.argv[1])); print(process_time() - a)"
    )
    rows = []
    for language in LANGUAGES:
        runs = [
            float(subprocess.run([sys.executable, "-c", code, language], capture_output=True, text=True, check=True).stdout)
            for _ in range(3)
        ]  # fmt: skip
        rows.append({"language": language, "CPU seconds": min(runs)})
    return rows


def hostile(megabytes: float) -> list[dict[str, Any]]:
    """CPU seconds of inputs made to be slow, at a size and at its half: twice the time is linear."""
    n = int(megabytes * 1e6)
    sentence = "“We will see,” said Anna Sample, who added that the talks of 9 May 2024 in Sampleville would go on. "
    makers: dict[str, Callable[[int], str]] = {
        "one long article": lambda k: sentence * (k // len(sentence)),
        "one line without spaces": lambda k: "a" * k,
        "quotation marks only": lambda k: '"' * (k // 5),
        "opening marks only": lambda k: "« " * (k // 10),
        "dashes": lambda k: "— said " * (k // 7),
        "soft hyphens": lambda k: "a\u00ad" * (k // 2),
        "commas": lambda k: ", " * (k // 5),
        "cue words": lambda k: "said " * (k // 5),
        "names": lambda k: "Anna Sample " * (k // 12),
        "capital letters and stops": lambda k: "A. " * (k // 5),
        "line breaks": lambda k: "- a\n" * (k // 5),
        "digits": lambda k: "1.1.2020 " * (k // 9),
    }
    rows = []
    for name, make in makers.items():
        times = []
        for k in (n // 2, n):
            article = Article(text=make(k), language="en")
            start = process_time()
            parse(article)
            times.append(process_time() - start)
        rows.append(
            {"input": name, "MB": len(make(n)) / 1e6, "CPU s": times[1], "to half": times[1] / max(times[0], 1e-3)}
        )
    return rows


def main() -> None:
    """Print all figures."""
    parser = report.arguments(__doc__)
    parser.add_argument("--megabytes", type=float, default=20, help="size of the repeated corpus (default 20)")
    parser.add_argument("--hostile", type=float, default=5, help="size of the inputs made to be slow, MB (default 5)")
    options = parser.parse_args()
    corpus = read_articles()
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in corpus:
        by_language[article.language].append(article)
    english = by_language["en"]
    long = [
        Article(text="\n\n".join(a.text for a in english[i : i + 6]), language="en", published=english[i].published)
        for i in range(0, len(english), 6)
    ]
    share = options.megabytes / 6
    rows = [whole("whole corpus", corpus, options.megabytes)]
    rows += [whole(f"language {k}", by_language[k], share) for k in LANGUAGES]
    rows.append(whole("English, long articles", long, share))
    report.show("Rate of the whole analysis", rows, options.json)
    spent: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        spent[language] = dict.fromkeys(STEPS, 0.0)
        for _ in range(3):
            for article in by_language[language]:
                timed_steps(article, spent[language])
    report.show(
        "Share of each step, % of CPU time",
        [{"step": step, **{k: 100 * v[step] / sum(v.values()) for k, v in spent.items()}} for step in STEPS],
        options.json,
    )
    report.show("Start-up", start_up(), options.json)
    report.show("Inputs made to be slow", hostile(options.hostile), options.json)


if __name__ == "__main__":
    main()
