"""A server on the loopback address that answers as the worst of the web does."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers by path; ``requests`` keeps what was asked: (path, headers in lower case, time)."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str], float]] = []
        self.stopping = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
                answer = server.answers.get(self.path.split("?")[0])
                with contextlib.suppress(OSError):
                    if answer is None:
                        send(self, b"", status=404)
                    else:
                        answer(self)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def asked(self, path: str) -> list[dict[str, str]]:
        return [headers for p, headers, _ in self.requests if p == path]

    def page(self, path: str, data: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.answers[path] = lambda h: send(h, data, kind, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def redirect(self, path: str, target: str, status: int = 302) -> None:
        self.answers[path] = lambda h: send(h, b"", status=status, headers={"Location": target})

    def packed(self, path: str, data: bytes) -> None:
        self.page(path, gzip.compress(data), Content_Encoding="gzip")

    def silent(self, path: str) -> None:
        self.answers[path] = lambda h: self.stopping.wait(30) and None

    def dripping(self, path: str) -> None:
        """Headers that come byte by byte and never end."""

        def answer(h: BaseHTTPRequestHandler) -> None:
            h.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self.stopping.wait(0.05):
                h.wfile.write(b"x")
                h.wfile.flush()

        self.answers[path] = answer

    def endless(self, path: str, pause: float = 0.0) -> None:
        def answer(h: BaseHTTPRequestHandler) -> None:
            h.send_response(200)
            h.send_header("Content-Type", "text/html")
            h.end_headers()
            while not self.stopping.wait(pause):
                h.wfile.write(b"<p>more</p>" * 1000 if not pause else b"<p>")
                h.wfile.flush()

        self.answers[path] = answer

    def stop(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()


def send(
    handler: BaseHTTPRequestHandler, data: bytes, kind: str = "text/html", status: int = 200,
    headers: dict[str, str] | None = None,
) -> None:  # fmt: skip
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(data)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


@contextlib.contextmanager
def running() -> Iterator[Server]:
    server = Server()
    try:
        yield server
    finally:
        server.stop()
