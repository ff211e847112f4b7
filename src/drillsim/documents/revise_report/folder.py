"""The folder of one search: what it found, and the changes with their edits, so that they can be made later.

    reports/<customer>/revise-s<seed>/
      revise.spec.json  the digests of everything it rests on: found again by them
      revise.json       what `revise --json` prints, without `out`, texts in both languages
      changes.json      the recommendations that edit files, with their edits
      report.md         the page for the meeting
      inputs/           the exact files it searched; never people.local.yaml

Written as `<name>.part/` and renamed when it is whole. Replaced only if it is ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from drillsim.documents.revise_report.document import ReviseDocument
from drillsim.errors import InvalidInput, Problem
from drillsim.files import begin_folder, finish_folder, write_bytes, write_text
from drillsim.revision import Recommendation, changes_of, changes_text

MARKER, REVISE_JSON, CHANGES_JSON = "revise.spec.json", "revise.json", "changes.json"


@dataclass(frozen=True, slots=True)
class RecordedSearch:
    """A search read back."""

    path: Path
    document: ReviseDocument
    changes: tuple[Recommendation, ...]
    """Recommendations that edit files."""
    digests: Mapping[str, str]
    """Digests of every file the search rests on, scenarios among them, and of the version that searched."""


def write_search(
    path: Path,
    document: ReviseDocument,
    changes: Sequence[Recommendation],
    page: str,
    inputs: Mapping[str, bytes],
    digests: Mapping[str, str],
) -> Path:
    """Writes the folder of a search at `path`. Raises: InvalidInput `folder-not-ours`."""
    part = begin_folder(path, MARKER)
    write_text(part / MARKER, _json({"format": 1, "product": "drillsim", "digests": dict(digests)}))
    for name, data in inputs.items():
        write_bytes(part / "inputs" / name, data)
    write_text(part / CHANGES_JSON, changes_text(changes))
    write_text(part / "report.md", page)
    write_text(part / REVISE_JSON, _json(document.stored()))
    return finish_folder(path, MARKER)


def read_search(path: Path) -> RecordedSearch | None:
    """The search recorded in `path`; None where there is none. Raises: InvalidInput where it cannot be read."""
    if not (path / REVISE_JSON).is_file():
        return None
    try:
        document = ReviseDocument.model_validate_json((path / REVISE_JSON).read_bytes())
        digests = json.loads((path / MARKER).read_bytes())["digests"]
        data = (path / CHANGES_JSON).read_bytes()
    except (OSError, ValidationError, ValueError, KeyError, TypeError):
        raise InvalidInput([Problem(file=path.as_posix(), code="revise-json-unreadable")]) from None
    return RecordedSearch(path, document, changes_of(data, (path / CHANGES_JSON).as_posix()), digests)


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
