"""A printed document: the HTML page, printed by WeasyPrint where it is installed, else by a browser of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from drillsim.errors import InvalidInput, Problem

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
    "microsoft-edge",
    "chrome",
)
"""Names by which a browser that prints is found on the path."""
PLACES = (
    ("ProgramFiles(x86)", "Microsoft/Edge/Application/msedge.exe"),
    ("ProgramFiles", "Microsoft/Edge/Application/msedge.exe"),
    ("ProgramFiles", "Google/Chrome/Application/chrome.exe"),
)
"""On Windows browsers are on no path: a variable of the environment, and where below it they lie."""
PATIENCE_S = 120


def pdf(page: bytes, name: str) -> bytes:
    """Return the page printed on its paper.

    Raises: InvalidInput `pdf-no-printer` where the machine has nothing to print with, `pdf-not-printed` where that
    fails.
    """
    try:
        from weasyprint import HTML  # type: ignore[import-not-found,unused-ignore]
    except (ImportError, OSError):  # OSError: the package is there, the library under it (Pango) is not
        return _by_browser(page, name)
    found = HTML(string=page.decode("utf-8")).write_pdf()
    assert isinstance(found, bytes)
    return found


def _by_browser(page: bytes, name: str) -> bytes:
    browser = next(_browsers(), None)
    if browser is None:
        raise InvalidInput([Problem(file=name, code="pdf-no-printer")])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        source, made = Path(place) / "page.html", Path(place) / "page.pdf"
        source.write_bytes(page)
        asked = [
            browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer",
            f"--user-data-dir={Path(place) / 'profile'}", f"--print-to-pdf={made}", source.as_uri(),
        ]  # fmt: skip
        if getattr(os, "geteuid", lambda: 1)() == 0:
            asked.insert(1, "--no-sandbox")  # a browser refuses its sandbox to an administrator; the page has no script
        try:
            subprocess.run(asked, capture_output=True, timeout=PATIENCE_S, check=True, stdin=subprocess.DEVNULL)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as why:
            problem = Problem(file=name, code="pdf-not-printed", facts=(("browser", Path(browser).name),))
            raise InvalidInput([problem]) from why


def _browsers() -> Iterator[str]:
    for name in BROWSERS:
        if (found := shutil.which(name)) is not None:
            yield found
    for variable, below in PLACES:
        path = Path(os.environ.get(variable, "")) / below
        if os.environ.get(variable) and path.is_file():
            yield str(path)
