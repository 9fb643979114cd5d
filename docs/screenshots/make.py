"""Make the README's screenshots anew from the dashboard on the bundled corpus: ``python docs/screenshots/make.py``.

Needs what requirements-dev.txt installs and a Chromium (set ``CHROMIUM`` to its path where it is not found).
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser.chromium import ARGUMENTS, find  # noqa: E402
from tests.browser.dashboard import MAIN, Visitor  # noqa: E402
from tests.browser.served import served  # noqa: E402

WIDE, PHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
#: File, address, window, dark theme, what is scrolled to.
SHOTS = [
    ("overview", "/?from=2022-02-24", WIDE, False, ""),
    ("events", "/events?from=2022-02-24", WIDE, False, ""),
    ("statements", "/statements?from=2022-02-24", WIDE, True, "Statements of the most quoted speakers, by tone"),
    ("phone", "/?from=2022-02-24", PHONE, False, ""),
]


def main() -> None:
    """Run a dashboard, visit its pages and write one PNG each."""
    with TemporaryDirectory() as folder, served(Path(folder) / "log.txt") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        for name, path, size, dark, heading in SHOTS:
            visitor = Visitor(browser, server.address, size, dark).open(path)
            if heading:
                visitor.page.get_by_text(heading).evaluate("e => e.scrollIntoView({block: 'start'})")
                visitor.page.locator(MAIN).evaluate("e => e.scrollBy(0, -80)")  # below the navigation
                visitor.wait()
            visitor.page.screenshot(path=HERE / f"{name}.png")
            visitor.context.close()
            print(f"{name}.png: {(HERE / f'{name}.png').stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
