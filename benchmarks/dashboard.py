"""The dashboard in a real browser: filter change to all charts drawn, first paint, server start, memory.

    python -m benchmarks.dashboard [--articles 20000 | --corpus FOLDER] [--repeat 8] [--visitors 10] [--json FILE]

The bundled corpus and a large one (made, or an existing one's folder) in the same run, beside an empty Streamlit app, and
one with nothing but a chart.
Every filter change asks for something that no query before has asked for.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import report
from press.corpus.opening import open_corpus
from press.vocabulary import ROOT
from tests.browser.chromium import find
from tests.browser.served import served

PAGES = ("overview", "events", "topics", "statements", "articles")
WORDS = (
    "putin", "gas", "vucic", "beograd", "россия", "sanctions", "kosovo", "nato", "србија", "moscow", "nis", "minister", "visit", "war",
    "energy", "eu", "church", "arms", "trade", "ukraine", "lavrov", "security", "project", "oil", "москва", "brics", "talks", "serbia",
)  # fmt: skip
PRESETS = ("Last 12 months", "Since the invasion of Ukraine", "All time")
EMPTY = "import streamlit as st\nst.set_page_config(layout='wide')\nst.title('Empty')\n"
#: What Plotly alone takes in the browser.
CHART = EMPTY + "import plotly.graph_objects as go\nst.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=[1, 2])))\n"
#: All drawn: the script has ended, nothing on the page is of the run before, every chart has its drawing.
DRAWN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.getAttribute('data-test-script-state') === 'notRunning' && !document.querySelector('[data-stale="true"]')
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(c => c.querySelector('.main-svg'));
}"""
#: Milliseconds from now until the script has run anew and all is drawn.
CHANGE = """() => new Promise(done => {
  const start = performance.now(); let running = false;
  const look = () => {
    const state = document.querySelector('[data-testid="stApp"]').getAttribute('data-test-script-state');
    running = running || state === 'running';
    if ((running || performance.now() - start > 3000) && (DRAWN)()) done(performance.now() - start); else requestAnimationFrame(look);
  };
  look();
})""".replace("DRAWN", DRAWN)


def memory(pid: int) -> dict[str, float]:
    """Megabytes of main memory that a process holds now, and at most so far."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    fields = {k: v for k, _, v in (line.partition(":") for line in lines)}
    return {"now": int(fields["VmRSS"].split()[0]) / 1024, "peak": int(fields["VmHWM"].split()[0]) / 1024}


def opened(browser: Browser, address: str) -> Page:
    """A page in a browser window of its own, all drawn."""
    page = browser.new_context(viewport={"width": 1400, "height": 1000}).new_page()
    page.goto(address)
    page.wait_for_selector("h1", timeout=300_000)
    page.wait_for_function(DRAWN, timeout=300_000)
    return page


def first_paint(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds from asking for a page until its headline stands, and until all is drawn; in a fresh window."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    start = perf_counter()
    page.goto(address)
    page.wait_for_selector("h1", timeout=120_000)
    headline = perf_counter() - start
    page.wait_for_function(DRAWN, timeout=120_000)
    drawn = perf_counter() - start
    context.close()
    return headline, drawn


def changes(page: Page, steps: list[tuple[str, str]]) -> list[float]:
    """Seconds from each change of the filter until all charts are drawn."""
    out = []
    for kind, value in steps:
        if kind == "word":
            box = page.get_by_label("Words in title or text")
            box.fill(value)
            waiting = page.evaluate_handle(f"() => {{ window._change = ({CHANGE})(); }}")
            box.press("Enter")
        else:
            waiting = page.evaluate_handle(f"() => {{ window._change = ({CHANGE})(); }}")
            page.get_by_role("radio", name=value).or_(page.get_by_role("button", name=value)).first.click()
        waiting.dispose()
        out.append(page.evaluate("() => window._change") / 1000)
        if page.locator('[data-testid="stException"]').count():
            raise RuntimeError(page.locator('[data-testid="stException"]').first.inner_text())
    return out


def steps_of(page_number: int, repeat: int) -> list[tuple[str, str]]:
    """Filter changes: words, with another period now and then; different ones on every page."""
    words = [WORDS[(page_number * 5 + i) % len(WORDS)] for i in range(repeat)]
    steps: list[tuple[str, str]] = []
    for i, word in enumerate(words):
        steps.append(("word", word))
        if i % 3 == 1:
            steps.append(("period", PRESETS[(i // 3) % len(PRESETS)]))
    return steps


def measure(browser: Browser, address: str, repeat: int) -> dict[str, list[float]]:
    """Seconds of filter changes on every page."""
    out = {}
    for number, name in enumerate(PAGES):
        page = opened(browser, f"{address}/{'' if name == 'overview' else name}")
        out[name] = changes(page, steps_of(number, repeat))
        page.context.close()
    return out


def at_once(browser: Browser, address: str, visitors: int) -> list[float]:
    """Several visitors, each with a filter of their own, all at once; seconds until each one's charts are drawn."""
    pages = [
        opened(browser, f"{address}/{'' if PAGES[i % 5] == 'overview' else PAGES[i % 5]}") for i in range(visitors)
    ]
    times: list[float] = []
    for turn in range(2):
        for i, page in enumerate(pages):
            page.get_by_label("Words in title or text").fill(
                f"{WORDS[(i * 3 + turn) % len(WORDS)]} {'abcdefghijkl'[i % 12]}"
            )
            page.evaluate(f"() => {{ window._change = ({CHANGE})(); }}")
            page.keyboard.press("Enter")
        times += [page.evaluate("() => window._change") / 1000 for page in pages]
    for page in pages:
        page.context.close()
    return times


def p95(values: list[float]) -> float:
    """95th percentile."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def main() -> None:
    """Print all figures."""
    parser = report.arguments(__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="size of the large corpus (default 20000)")
    parser.add_argument("--corpus", type=Path, help="folder of a large corpus that is there already")
    parser.add_argument("--store", type=Path, help="folder of indexes, to keep the large corpus's")
    parser.add_argument("--repeat", type=int, default=6, help="filter changes a page (default 6)")
    parser.add_argument("--visitors", type=int, default=10)
    options = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = str(options.store or Path(folder) / "store")
        large = options.corpus or Path(folder) / "corpus"
        if options.corpus is None:
            from benchmarks.make_corpus import make

            make(large, options.articles)
        counts = {}
        for name, address in (("bundled", None), ("large", large)):
            counts[name] = open_corpus(address, Path(store)).count()[1]
        for name, text in (("empty", EMPTY), ("chart", CHART)):
            (Path(folder) / f"{name}.py").write_text(text)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        apps = {
            "empty app": (Path(folder) / "empty.py", {}),
            "one chart": (Path(folder) / "chart.py", {}),
            "bundled": (ROOT / "app.py", {"PRESS_STORE": store}),
            "large": (ROOT / "app.py", {"PRESS_STORE": store, "PRESS_CORPUS": str(large)}),
        }
        starts: list[dict[str, Any]] = []
        times: dict[str, dict[str, list[float]]] = {}
        held: list[dict[str, Any]] = []
        for name, (app, environment) in apps.items():
            with served(Path(folder) / "server.log", app, environment) as (address, pid, started):
                listening = perf_counter() - started
                opened(browser, address).context.close()
                drawn = perf_counter() - started
                paints = [first_paint(browser, address) for _ in range(5)]
                starts.append(
                    {
                        "app": name, "articles": counts.get(name, 0), "server listens, s": listening, "first page drawn, s": drawn,
                        "warm: headline, s": statistics.median(p[0] for p in paints), "warm: all drawn, s": statistics.median(p[1] for p in paints),
                    }
                )  # fmt: skip
                if name not in counts:
                    continue
                times[name] = measure(browser, address, options.repeat)
                one = memory(pid)
                together = at_once(browser, address, options.visitors)
                held.append(
                    {
                        "corpus": name, "articles": counts[name], "one visitor, MB": one["now"],
                        f"{options.visitors} visitors at once, MB": memory(pid)["now"], "peak, MB": memory(pid)["peak"],
                        "their slowest change, s": max(together),
                    }
                )  # fmt: skip
        browser.close()
    for row in starts:
        for column in ("server listens, s", "first page drawn, s", "warm: headline, s", "warm: all drawn, s"):
            row[column.rsplit(",", 1)[0] + ", to empty"] = row[column] / starts[0][column]
    report.show("Start and first paint", starts, options.json)
    rows = []
    for number, page in enumerate(PAGES):
        bundled, big = times["bundled"][page], times["large"][page]
        slowest = steps_of(number, options.repeat)[big.index(max(big))]
        rows.append(
            {
                "page": page, "bundled median, s": statistics.median(bundled), "bundled p95, s": p95(bundled),
                "large median, s": statistics.median(big), "large p95, s": p95(big), "large to bundled": statistics.median(big) / statistics.median(bundled),
                "slowest of the large": f"{max(big):.2f} s, {' '.join(slowest)}",
            }
        )  # fmt: skip
    report.show(f"Filter change to all charts drawn, {counts['large']:,} articles", rows, options.json)
    report.show("Memory of the server", held, options.json)


if __name__ == "__main__":
    main()
