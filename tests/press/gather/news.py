"""A server of made-up news, and visits to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from press.gather.feeds import Feed
from press.gather.refresh import refresh
from press.gather.state import State
from press.gather.visitor import Visitor
from tests.press.readers import files
from tests.press.server import Server, running

TODAY = date(2024, 5, 10)
ABOUT = [
    "Serbia and Russia agreed on gas on Thursday, said Anna Sample, the minister of energy of Serbia, in Belgrade.",
    "“The price is fair,” Sample said after talks with Gazprom in Moscow, where the Russian side had asked for more.",
    "The two sides will meet again in June, and the pipeline through Bulgaria stays open until then, she added.",
    "Peter Model, an expert on energy, said that Serbia would need another source of gas within the next five years.",
    "The opposition in Belgrade wants to see the contract with Russia, which the government calls a business secret.",
    "Nothing was said about the Russian share in the refinery, nor about the sanctions of the European Union on Russia.",
] * 2
ELSEWHERE = ["The council of Sampletown has repaired the bridge, said Mayor Peter Model on Thursday in Sampletown."] * 8


def page(paragraphs: list[str], title: str = "Gas talks of Serbia and Russia") -> bytes:
    head = '<meta property="article:published_time" content="2024-05-09T10:00:00Z">'
    body = "".join(f"<p>{text} Part {i}.</p>" for i, text in enumerate(paragraphs))
    return files.page(title, head=head, body=body).encode()


def rss(*items: tuple[str, str, str]) -> bytes:
    return (
        '<rss version="2.0"><channel><title>x</title>'
        + "".join(f"<item><title>{t}</title><link>{u}</link><description>{d}</description></item>" for t, u, d in items)
        + "</channel></rss>"
    ).encode()


@contextmanager
def news() -> Iterator[Server]:
    """A feed with an article about Serbia and Russia, one about Serbia, and the weather."""
    with running() as server:
        server.page("/talks", page(ABOUT))
        server.page("/bridge", page(ELSEWHERE, "Serbia: a bridge"))
        server.page(
            "/feed",
            rss(
                ("Gas talks of Serbia and Russia", server.url("/talks?utm_source=rss"), "Minister back from Moscow"),
                ("Serbia: a bridge", server.url("/bridge"), "It is open"),
                ("Weather", server.url("/weather"), "Rain"),
            ),
            "application/rss+xml",
        )
        yield server


class Slept(list[float]):
    """Keeps how long was waited, without waiting."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def source(server: Server, path: str = "/feed", **more) -> Feed:
    return Feed(outlet="Sample News", country="GB", group="other", language="en", url=server.url(path), **more)


def visit(
    server: Server,
    *sources: Feed,
    state: State | None = None,
    known: set[str] | None = None,
    slept: Slept | None = None,
):
    visitor = Visitor(delay=2.0, sleep=slept if slept is not None else Slept(), allow_loopback=True)
    state = state if state is not None else State()
    return list(
        refresh(list(sources or [source(server)]), known if known is not None else set(), state, visitor, today=TODAY)
    )
