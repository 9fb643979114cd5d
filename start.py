"""One command for each thing a newcomer wants: open the dashboard, or run the tests.

    python start.py            installs what the dashboard needs and opens it in the browser
    python start.py test       installs what the tests need and runs every check and test

Needs nothing but Python 3.11 or later with pip. Everything is installed into the folder ``.venv`` beside
this file; a second start finds it there and goes straight on. Arguments after the command are handed on:
``python start.py --server.port 8600``, ``python start.py test tests/press``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON: Path = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
#: Checks the contracts of pyproject.toml on who may import whom; as a module it cannot be run.
LINT_IMPORTS = ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo", "--no-cache")


def run(*command: str | Path) -> int:
    """Run a program of the virtual environment in the project's folder; returns its exit code."""
    return subprocess.call([str(PYTHON), *map(str, command)], cwd=ROOT)


def install(requirements: str) -> None:
    """Make the virtual environment and install a requirements file, where that has not been done yet."""
    wanted = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + (ROOT / requirements).read_bytes()).hexdigest()
    done = VENV / f".installed-{requirements}"
    if PYTHON.exists() and done.exists() and done.read_text() == wanted:
        return
    print(f"Installing {requirements} into .venv (once) …", flush=True)
    venv.create(VENV, with_pip=True, upgrade_deps=False)
    code = run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements)
    if code:
        raise SystemExit(f"{requirements} could not be installed (pip ended with {code})")
    done.write_text(wanted)


def browser() -> None:
    """Have a Chromium for the browser tests: one that is there, else Debian's or Playwright's own."""
    look = "from tests.browser.chromium import find; raise SystemExit(0 if find() else 1)"
    if run("-c", look) == 0:
        return
    print("Installing Chromium for the browser tests …", flush=True)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.call(["apt-get", "update", "-qq"])
        subprocess.call(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"], stdout=subprocess.DEVNULL)
    else:
        run("-m", "playwright", "install", "chromium")


def test(arguments: list[str]) -> int:
    """Lint, types, layers and tests; the first that fails ends it."""
    install("requirements-dev.txt")
    browser()
    checks = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format --check": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
        "lint-imports": LINT_IMPORTS,
    }
    for name, command in checks.items():
        print("—", name, flush=True)
        if code := run(*command):
            return code
    # Two at a time, file by file: the whole run stays well under ten minutes.
    return run("-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments)


def main() -> int:
    """Do what the command line says; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    install("requirements.txt")
    return run("-m", "streamlit", "run", "app.py", *arguments)


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit(130) from None
