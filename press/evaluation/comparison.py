"""Comparison of parsed articles with their labels.

A statement is found where a labelled one overlaps it by at least half (characters in common over the
characters of both); speaker, kind, sentiment and stance are then compared on the pairs. An event is found where
type and sentence agree (overlap of a fifth).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from press.evaluation.labels import locate
from press.evaluation.measures import content_f1, f1, macro_f1, overlap, pairs, scores

_SAME_STATEMENT, _SAME_EVENT = 0.5, 0.2  # least overlap


def compare(rows: list[dict[str, Any]], parsed: list[dict[str, Any]]) -> dict[str, Any]:
    """Scores of parsed articles against their labels, both in the same order, by task."""
    tally = _Tally()
    for row, out in zip(rows, parsed, strict=True):
        gold = row["gold"]
        tally.statements(locate(row["text"], gold["statements"]), _placed(out["statements"]))
        if "topics" not in gold:
            continue
        tally.topics(set(gold["topics"]), set(out["topics"]))
        if "events" in gold:
            tally.events(locate(row["text"], gold["events"]), _placed(out["events"]))
    return {"articles": len(rows), **tally.scores()}


def _placed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found, with its span as :func:`press.evaluation.labels.locate` gives it to labels."""
    return [{**item, "span": (item["start"], item["end"])} for item in items]


class _Tally:
    """Counts over articles: of each task what is labelled, what is found and what is right."""

    def __init__(self) -> None:
        self.labelled: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.tones: list[tuple[str, str]] = []
        self.contents: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]] = []
        self.confusions: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)

    def add(self, task: str, labelled: int, found: int, right: int) -> None:
        """Count labels, finds and hits of a task."""
        self.labelled[task] += labelled
        self.found[task] += found
        self.right[task] += right

    def agree(self, task: str, label: Any, told: Any) -> None:
        """Count whether a pair agrees."""
        self.add(task, 1, 1, label == told)

    def confuse(self, task: str, label: str, told: str) -> None:
        """Remember what was taken for what."""
        if label != told:
            self.confusions[task][label, told] += 1

    def statements(self, labelled: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        """Statements with their speakers, kinds, tones and stances."""
        self.contents.append(([s["span"] for s in labelled], [s["span"] for s in found]))
        paired = pairs(labelled, found, _SAME_STATEMENT)
        self.add("statements", len(labelled), len(found), len(paired))
        for a, b in paired:
            for field in ("speaker", "kind"):
                self.agree(field, a[field], b[field])
                self.confuse(field, a[field], b[field])
            if "sentiment" in a:
                self.confuse("sentiment", a["sentiment"], b["label"])
                self.tones.append((a["sentiment"], b["label"]))
                right = sum(b["targets"].get(party) == stance for party, stance in a["targets"].items())
                self.add("stance", len(a["targets"]), len(b["targets"]), right)
        direct = [s for s in labelled if s["kind"] == "direct"]
        found_direct = [s for s in found if s["kind"] == "direct"]
        # A direct statement that is told as another kind is found, and one told as direct may be of another kind.
        self.add("direct", len(direct), 0, len(pairs(direct, found, _SAME_STATEMENT)))
        self.add("told as direct", 0, len(found_direct), len(pairs(labelled, found_direct, _SAME_STATEMENT)))

    def topics(self, labelled: set[str], found: set[str]) -> None:
        """Topics of an article."""
        self.add("topics", len(labelled), len(found), len(labelled & found))
        for topic in sorted(labelled - found):
            self.confuse("topics", topic, "missed")
        for topic in sorted(found - labelled):
            self.confuse("topics", "(none)", topic)

    def events(self, labelled: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        """Events with their days, actors and background."""
        self.labelled["events"] += len(labelled)
        self.found["events"] += len(found)
        free = list(found)
        for event in labelled:
            here = [e for e in free if overlap(event["span"], e["span"]) >= _SAME_EVENT]
            match = next((e for e in here if e["type"] == event["type"]), None)
            if match is None:
                self.confuse("events", event["type"], here[0]["type"] if here else "missed")
                continue
            free.remove(match)
            self.right["events"] += 1
            if len(event["date"]) == len("YYYY-MM-DD"):
                self.agree("event_dates", event["date"], match["date"][:10])
            self.agree("event_background", bool(event["background"]), bool(match["background"]))
            both = set(event["actors"]) & set(match["actors"])
            self.add("event_actors", len(event["actors"]), len(match["actors"]), len(both))

    def scores(self) -> dict[str, Any]:
        """The measure of each task."""
        precision, recall = self._of("told as direct")["precision"], self._of("direct")["recall"]
        return {
            "statements": self._of("statements"),
            "content": content_f1(self.contents),
            "direct": {
                "precision": precision, "recall": recall, "f1": f1(precision, recall), "labels": self.labelled["direct"],
            },
            "speaker": self._share("speaker"),
            "kind": self._share("kind"),
            "sentiment": {"macro_f1": macro_f1(self.tones), "labels": len(self.tones)},
            "stance": self._of("stance"),
            "topics": self._of("topics"),
            "events": self._of("events"),
            "event_dates": self._share("event_dates"),
            "event_actors": self._of("event_actors"),
            "event_background": self._share("event_background"),
            "confusions": {k: [[a, b, n] for (a, b), n in v.most_common(12)] for k, v in self.confusions.items()},
        }  # fmt: skip

    def _of(self, task: str) -> dict[str, float]:
        return scores(self.right[task], self.found[task], self.labelled[task])

    def _share(self, task: str) -> dict[str, float]:
        labelled = self.labelled[task]
        return {"accuracy": self.right[task] / max(labelled, 1), "labels": labelled}
