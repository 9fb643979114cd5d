"""The dashboard as a visitor's browser shows it: opening pages, waiting, clicking."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

MAIN = '[data-testid="stMain"]'
_STATE = """() => [
  document.querySelector('[data-testid="stApp"]')?.getAttribute('data-test-script-state'),
  document.querySelectorAll('[data-testid="stSkeleton"]').length,
  document.querySelectorAll('.js-plotly-plot .main-svg').length,
  document.querySelector('[data-testid="stMain"]')?.innerText.length,
  document.querySelector('[data-testid="stMain"]')?.scrollHeight,
].join()"""


class Visitor:
    """A window on the dashboard that keeps what its console says and which other hosts it asks."""

    def __init__(self, browser: Any, address: str, size: dict[str, int], dark: bool = False) -> None:
        phone = size["width"] < 600
        self.context = browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", is_mobile=phone, has_touch=phone
        )
        self.page = self.context.new_page()
        self.address = address
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _heard(self, message: Any) -> None:
        # A deep link makes Streamlit look for its server below the page's path first: its own 404s are no fault of ours.
        if message.type == "error" and "_stcore" not in message.location.get("url", ""):
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(self.address).netloc:
            self.elsewhere.append(url)

    def open(self, path: str) -> Visitor:
        """Go to a path of the dashboard and wait until it is drawn."""
        self.page.goto(self.address + path)
        return self.wait(120)

    def wait(self, seconds: int = 20) -> Visitor:
        """Wait until the script has run and nothing changes any more."""
        self.page.wait_for_selector(
            f'{MAIN} h1, {MAIN} [data-testid="stAlert"], [data-testid="stException"]', timeout=seconds * 1000
        )
        before, still = "", 0
        for _ in range(seconds * 6):
            self.page.wait_for_timeout(150)
            now = self.page.evaluate(_STATE)
            still = still + 1 if now == before and now.startswith("notRunning,0,") else 0
            before = now
            if still >= 3:
                return self
        raise AssertionError(f"The page does not come to rest: {before}")

    def text(self) -> str:
        """What the page says."""
        return str(self.page.inner_text(MAIN))

    def count(self) -> int:
        """The n of "n of N articles"."""
        found = re.search(r"(\d+) of \d+ articles", self.text())
        assert found, self.text()[:300]
        return int(found[1])

    def query(self) -> dict[str, list[str]]:
        """Parameters of the address."""
        return parse_qs(urlsplit(self.page.url).query)

    def go(self, name: str) -> Visitor:
        """Click a page in the navigation."""
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_selector(f'{MAIN} h1:has-text("{name}")')
        return self.wait()

    def choose(self, label: str, text: str) -> Visitor:
        """Choose a value in a list of the page or of the filter bar."""
        self.page.get_by_role("combobox", name=re.compile(label)).first.click()
        self.page.keyboard.type(text)
        self.page.get_by_role("option", name=text).first.click()
        self.page.keyboard.press("Escape")
        return self.wait()

    def fail_if_faulty(self) -> None:
        """No exception box, no complaint in the console, no other host asked, nothing wider than the window."""
        assert not self.page.locator('[data-testid="stException"]').count(), self.text()
        assert not self.complaints, self.complaints
        assert not self.elsewhere, self.elsewhere
        wider = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{wider} pixels wider than the window"
