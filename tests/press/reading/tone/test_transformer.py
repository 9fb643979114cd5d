"""The optional transformer: which classes it takes, that it reads local files only, and a tiny model end to end."""

from __future__ import annotations

import sys

import pytest

from press.article import Article
from press.reading.parse import parse
from press.reading.tone import transformer

TEXT = "“We thank our friends,” Mr Petar Izmišljenić said. “They lie to us,” he added."


def test_classes_are_known_by_name_in_any_order() -> None:
    assert transformer.order({0: "POS", 1: "NEG", 2: "NEU"}) == [1, 2, 0]
    assert transformer.order({0: "negative", 1: "neutral", 2: "positive"}) == [0, 1, 2]
    assert transformer.order({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}) == [0, 1, 2]


@pytest.mark.parametrize("names", [{0: "joy", 1: "anger", 2: "fear"}, {0: "negative", 1: "positive"}, {}])
def test_other_classes_are_refused(names: dict[int, str]) -> None:
    with pytest.raises(transformer.TransformerError, match="negative, neutral, positive"):
        transformer.order(names)


def test_it_is_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESS_TRANSFORMER", raising=False)
    monkeypatch.setitem(sys.modules, "transformers", None)
    assert len(parse(Article(text=TEXT, language="en")).statements) == 2


def test_asking_for_it_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESS_TRANSFORMER", "/nowhere")
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(transformer.TransformerError, match="torch"):
        parse(Article(text=TEXT, language="en"))


class Fixed(transformer.Scorer):
    """Says the same of every text."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def probabilities(self, texts):
        self.seen += texts
        return [(0.1, 0.7, 0.2) for _ in texts]


def test_score_and_label_come_from_the_model_and_reasons_stay() -> None:
    parsed = parse(Article(text=TEXT, language="en"))
    found, tones = [s for s, _ in parsed.statements], [t for _, t in parsed.statements]
    scorer = Fixed()
    told = transformer.rescore(parsed.document, found, tones, scorer)
    assert scorer.seen == [parsed.document.quote(s) for s in found]
    assert [t.label for t in told] == ["neutral", "neutral"]
    assert [round(t.score, 6) for t in told] == [0.1, 0.1]
    assert [t.reasons for t in told] == [t.reasons for t in tones]


def test_a_tiny_model_from_a_folder(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="torch is an optional extra and not installed")
    transformers = pytest.importorskip("transformers", reason="transformers is an optional extra and not installed")
    words = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "we",
        "thank",
        "our",
        "friends",
        "they",
        "lie",
        "to",
        "us",
        ",",
    ]
    (tmp_path / "vocab.txt").write_text("\n".join(words), encoding="utf8")
    transformers.BertTokenizer(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=3, id2label={0: "neutral", 1: "positive", 2: "negative"},
    )  # fmt: skip
    transformers.BertForSequenceClassification(config).save_pretrained(tmp_path)
    monkeypatch.setenv("PRESS_TRANSFORMER", str(tmp_path))
    for _, tone in parse(Article(text=TEXT, language="en")).statements:
        assert -1 <= tone.score <= 1
        assert tone.label in ("negative", "neutral", "positive")
    rows = transformer.Scorer(str(tmp_path)).probabilities(["we thank our friends", "they lie to us"] * 20)
    assert len(rows) == 40
    assert all(abs(sum(row) - 1) < 1e-5 for row in rows)
