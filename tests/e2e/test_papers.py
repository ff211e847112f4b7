"""The papers of shipped runs as an office program prints them: paper sizes, page counts, page one on one page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from drillsim.documents.run_folder import read_run_folder
from drillsim.texts import LANGS, Lang
from drillsim.use.forms import OF_RUN, run_papers, write_documents
from helpers.command import drillsim
from helpers.shipped import ROOT

RUNS = (
    ("central-hospital", "both-lost-night-autostart-fails"),
    ("chemical-plant", "consent-not-reached"),
    ("data-centre", "both-lost-own-supply-fails"),
    ("airport", "both-lost-own-supply-fails"),
)
LAST_OF_PAGE_ONE: dict[Lang, str] = {"zh": "不得据此操作设备", "en": "never an instruction"}
APPENDIX: dict[Lang, str] = {"zh": "附表与依据", "en": "Tables and evidence"}
MOST_PAGES, MOST_BEFORE = 60, 30
"""Pages of one document, and of those before the appendix."""
LARGEST = 3_000_000

pytestmark = [
    pytest.mark.full,
    pytest.mark.slow,
    pytest.mark.skipif(
        any(shutil.which(each) is None for each in ("soffice", "pdftotext", "pdfinfo")), reason="no office program"
    ),
]


@pytest.mark.parametrize(("customer", "scenario"), RUNS)
def test_an_office_program_prints_them(customer: str, scenario: str, tmp_path: Path) -> None:
    ended = drillsim("run", ROOT / "plans" / customer, scenario, "--out", tmp_path)
    assert ended.code == 0, ended.errors
    run = read_run_folder(tmp_path / customer / f"{scenario}-s1")
    for lang in LANGS:
        written = write_documents(run.path, run_papers(run, OF_RUN, lang), ("docx", "xlsx"))
        assert all(path.stat().st_size < LARGEST for path in written)
    documents = run.path / "documents"
    asked = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*asked, "--outdir", documents, *documents.glob("*.docx")], capture_output=True, check=True)
    printed = sorted(documents.glob("*.pdf"))
    assert len(printed) == len(OF_RUN) * len(LANGS)
    for file in printed:
        told = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
        pages, size = re.search(r"Pages: +(\d+)", told), re.search(r"Page size: .*\((\w+)\)", told)
        assert pages is not None and int(pages[1]) <= MOST_PAGES, file.name
        assert size is not None and size[1] == "A4", file.name
        if file.name.startswith("wall-cards"):
            assert int(pages[1]) == len(run.case.dossier.plan.cards), file.name
    for lang in LANGS:
        for kind in ("after-action", "report"):
            first, *others = pages_of(documents / f"{kind}.{lang}.pdf")
            assert LAST_OF_PAGE_ONE[lang] in first, (kind, lang)
        found = [number for number, page in enumerate(others, 2) if APPENDIX[lang] in page]
        assert len(found) > 1 and found[1] <= MOST_BEFORE, "first in the contents, then at its place"


def pages_of(file: Path) -> list[str]:
    """The words of each page."""
    said = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    return said.split("\f")
