"""The papers a meeting signs, written into the folder of a run or a drill from what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drillsim.documents.drill_forms import DrillKind, drill_forms
from drillsim.documents.forms import Kind, forms
from drillsim.documents.render import Document, Format, is_word_file, render
from drillsim.documents.run_folder import RecordedRun
from drillsim.errors import InvalidInput, Problem
from drillsim.files import assumed_figures, load_customer, write_bytes
from drillsim.texts import Lang
from drillsim.use.drill_folder import RecordedDrill

FOLDER = "documents"


def write_forms(
    run: RecordedRun, kinds: Sequence[Kind], formats: Sequence[Format], lang: Lang, template: Path | None = None
) -> tuple[Path, ...]:
    """Write each paper of a run in each format below `documents/` of its folder; return their paths.

    Raises: InvalidInput as `write_documents`.
    """
    assumed = assumed_figures(load_customer(run.path / "inputs"))
    made = forms(run.document, run.case, run.journal, assumed, lang, tuple(kinds))
    return write_documents(run.path, made, formats, template)


def write_drill_forms(
    drill: RecordedDrill,
    kinds: Sequence[DrillKind],
    formats: Sequence[Format],
    lang: Lang,
    template: Path | None = None,
) -> tuple[Path, ...]:
    """The same of a drill, ended or not."""
    assumed = assumed_figures(load_customer(drill.path / "inputs"))
    judged = drill.aftermath.judged(drill.entries)
    document = drill.aftermath.document(drill.entries)
    made = drill_forms(document, drill.case, judged.view.journal, assumed, lang, tuple(kinds))
    return write_documents(drill.path, made, formats, template)


def write_documents(
    folder: Path, documents: Sequence[Document], formats: Sequence[Format], template: Path | None = None
) -> tuple[Path, ...]:
    """Write each document in each format below `documents/` of a folder; return their paths.

    Every file is made before the first is written. Raises: InvalidInput where the template is no Word file, or the
    machine has nothing to print a PDF with.
    """
    own = _template(template)
    made = {
        f"{each.kind}.{each.lang}.{form}": render(each, form, own if form == "docx" else None, str(template))
        for each in documents
        for form in formats
    }
    for name, data in made.items():
        write_bytes(folder / FOLDER / name, data)
    return tuple(folder / FOLDER / name for name in made)


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
