"""The papers a meeting signs, written into the folder of a run from what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drillsim.documents.forms import Kind, forms
from drillsim.documents.render import Format, is_word_file, render
from drillsim.documents.run_folder import RecordedRun
from drillsim.errors import InvalidInput, Problem
from drillsim.files import assumed_figures, load_customer, write_bytes
from drillsim.texts import Lang

FOLDER = "documents"


def write_forms(
    run: RecordedRun, kinds: Sequence[Kind], formats: Sequence[Format], lang: Lang, template: Path | None = None
) -> tuple[Path, ...]:
    """Write each paper in each format below `documents/` of the run's folder; return their paths.

    Every file is made before the first is written. Raises: InvalidInput where the template is no Word file, or the
    machine has nothing to print a PDF with.
    """
    own = _template(template)
    assumed = assumed_figures(load_customer(run.path / "inputs"))
    made = {
        f"{each.kind}.{lang}.{form}": render(each, form, own if form == "docx" else None)
        for each in forms(run.document, run.case, run.journal, assumed, lang, tuple(kinds))
        for form in formats
    }
    for name, data in made.items():
        write_bytes(run.path / FOLDER / name, data)
    return tuple(run.path / FOLDER / name for name in made)


def _template(path: Path | None) -> bytes | None:
    """Return the company's own file. Raises: InvalidInput where it cannot be read, or is no Word file."""
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        raise InvalidInput([Problem(file=path.as_posix(), code="template-unreadable")]) from None
    if not is_word_file(data):
        raise InvalidInput([Problem(file=path.as_posix(), code="template-no-word")])
    return data
