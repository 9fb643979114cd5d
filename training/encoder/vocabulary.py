"""Cuts the word pieces of XLM-R to those that the European press in Latin and Cyrillic letters uses.

    python -m training.encoder.vocabulary     writes data/model/tokenizer.json

Of 250,002 pieces those are kept that begin or make up a word form of the languages read (the dictionaries of simplemma: English,
Serbo-Croatian, Russian, Ukrainian, and their nearest, Bulgarian and Macedonian), in small letters or with a capital; those that the
project's own texts use; all single characters; and of the other Latin and Cyrillic ones the most probable, up to
:data:`SIZE`. A word that needs a piece left out is made of smaller ones. Needs ``requirements-training.txt``; takes some
minutes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from press.vocabulary import ROOT
from training.encoder import weights
from training.encoder.examples import find

TOKENIZER = ROOT / "data" / "model" / "tokenizer.json"
SIZE = 65_536
#: The languages read and their nearest, as simplemma names them.
DICTIONARIES = ("en", "hbs", "ru", "uk", "bg", "mk")
_UNKNOWN = 3
_AT_ONCE = 20_000
_SCRIPTS = ("LATIN", "CYRILLIC")


def tokenizer(pieces: Iterable[tuple[str, float]]) -> Tokenizer:
    """XLM-R's way from text to pieces over the given ones: unigram language model (Kudo 2018), NFKC, spaces as U+2581.

    The first four are the special pieces. Control characters vanish, and every kind of space is a space, as in SentencePiece's own
    normalisation (``nmt_nfkc``).
    """
    out = Tokenizer(models.Unigram(list(pieces), unk_id=_UNKNOWN))
    out.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]+"), ""),
            normalizers.Replace(Regex("[\\s\\u200b-\\u200f\\ufeff\\ufffd\\u2581]+"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" +"), " "),
        ]
    )
    out.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    out.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    return out


def whole(pretrained: weights.Pretrained) -> Tokenizer:
    """The tokenizer with all pieces."""
    return tokenizer(zip(pretrained.pieces, map(float, pretrained.scores), strict=True))


def rows(pretrained: weights.Pretrained, cut: Tokenizer) -> np.ndarray:
    """The row of the full embedding that each piece of the cut tokenizer has."""
    place = {piece: i for i, piece in enumerate(pretrained.pieces)}
    vocabulary = cut.get_vocab()
    return np.array([place[piece] for piece in sorted(vocabulary, key=vocabulary.__getitem__)])


def _forms(language: str) -> list[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    both = (x for pair in dictionary.items() for x in pair)
    small = {x.decode() if isinstance(x, bytes) else x for x in both}
    return sorted(small | {x.capitalize() for x in small})


def texts() -> Iterator[str]:
    """Titles and texts of the press review, of the labelled articles and of the invented sentences."""
    files = [*sorted((ROOT / "data" / "articles").glob("*.jsonl")), find("press-review.jsonl"), find("invented.jsonl")]
    for path in files:
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            yield from (row[key] for key in ("title", "text") if row.get(key))


def used(full: Tokenizer, words: list[str]) -> set[int]:
    """The pieces that make up some words or texts."""
    out: set[int] = set()
    for i in range(0, len(words), _AT_ONCE):
        for encoding in full.encode_batch(words[i : i + _AT_ONCE], add_special_tokens=False):
            out.update(encoding.ids)
    return out


def european(piece: str) -> bool:
    """Whether all letters of a piece are Latin or Cyrillic, and it holds nothing but letters, digits and signs."""
    for character in piece:
        if character.isalpha() and not unicodedata.name(character, "").startswith(_SCRIPTS):
            return False
        if unicodedata.category(character) in ("Lo", "Mn", "Mc", "Cn", "Co"):
            return False
    return True


def choose(pretrained: weights.Pretrained) -> list[int]:
    """The pieces kept, as indices in order: at most :data:`SIZE`."""
    full = whole(pretrained)
    kept = set(range(len(weights.SPECIAL))) | used(full, list(texts()))
    for language in DICTIONARIES:
        kept |= used(full, _forms(language))
        print(language, len(kept), "pieces", flush=True)
    others = [i for i, piece in enumerate(pretrained.pieces) if i not in kept and european(piece)]
    others.sort(key=lambda i: (len(pretrained.pieces[i]) > 1, -pretrained.scores[i]))
    return sorted(kept | set(others[: SIZE - len(kept)]))


def main() -> None:
    """Choose the pieces, write the tokenizer, and compare it with the full one on the project's texts."""
    pretrained = weights.read()
    chosen = choose(pretrained)
    cut = tokenizer((pretrained.pieces[i], float(pretrained.scores[i])) for i in chosen)
    full, every = whole(pretrained), list(texts())
    differ = 0
    for a, b in zip(full.encode_batch(every), cut.encode_batch(every), strict=True):
        differ += a.ids != [chosen[i] for i in b.ids]
    if differ:
        raise SystemExit(f"{differ} of {len(every)} texts have other pieces than with the full vocabulary")
    TOKENIZER.parent.mkdir(exist_ok=True)
    cut.save(str(TOKENIZER), pretty=False)
    print(f"{len(chosen)} pieces; the same in all of {len(every)} texts")


if __name__ == "__main__":
    main()
