"""Files as the commonest tools and people write them: a table of cases, ``intake.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from press.article import Article
from press.readers import Notice, Refusal, read_bytes

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "intake.toml").read_text(encoding="utf8"))["case"]


def read(case: dict[str, Any]) -> tuple[list[Article], list[Refusal], list[Notice]]:
    name = case.get("name") or case["file"]
    data = case["text"].encode() if "text" in case else (HERE / "inputs" / case["file"]).read_bytes()
    notices: list[Notice] = []
    items = list(read_bytes(data, name, tell=notices.append))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, Refusal)], notices


def field(article: Article, name: str) -> Any:
    if name == "published":
        return article.published.isoformat() if article.published else ""
    return article.extra.get(name, "") if name == "date_as_written" else getattr(article, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}-{case.get('name') or case['file']}")
def test_intake(case: dict[str, Any]) -> None:
    articles, refusals, notices = read(case)
    expected = case.get("articles", [])
    found = [{name: field(a, name) for name in e} for a, e in zip(articles, expected, strict=False)]
    assert found == expected[: len(found)]
    assert len(articles) == len(expected), refusals
    for told, wanted in ((refusals, case.get("refused", [])), (notices, case.get("noted", []))):
        for words in wanted:
            assert any(words in str(item) for item in told), [str(item) for item in told]
    assert len(refusals) == len(case.get("refused", [])), [str(item) for item in refusals]
    assert len({a.article_id for a in articles}) == len(articles)


def test_every_input_is_used() -> None:
    used = {case["file"] for case in CASES if "file" in case}
    elsewhere = {"doc.docx", "table.xlsx", "softwrap_en.txt"}
    assert {path.name for path in (HERE / "inputs").iterdir()} == used | elsewhere
