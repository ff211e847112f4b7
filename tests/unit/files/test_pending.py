"""Several files replaced together: killed at any moment, the folder says what it said before or what it says after."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from drillsim.errors import InvalidInput
from drillsim.files.pending import Exchange, exchange, finish, pending_version, place_of
from helpers.command import files_below

OLD = {
    "customer.yaml": b"who: 1\n", "network.yaml": b"net: 1\n", "plan.yaml": b"version: 1\n", "site.yaml": b"s: 1\n",
    "register.yaml": b"format: 1\n", "editions/停电 一.yaml": b"of: 1\n",
}  # fmt: skip
NEW = {
    "customer.yaml": b"who: 2\n", "plan.yaml": b"version: 2\n", "history/revisions.yaml": b"format: 1\n",
    "register.yaml": b"format: 1\nW-0001: {}\n", "editions/停电 一.yaml": b"of: 2\n",
}  # fmt: skip
DUE = Exchange(version="2", kept="1", old=OLD, new=NEW, was={name: OLD.get(name) for name in NEW})
AFTER = {**OLD, **NEW, **{f"history/1/{name}": data for name, data in OLD.items()}}

KILLED = """
import io, os, pickle, signal, sys
from pathlib import Path
from drillsim.files.pending import exchange
root, due = Path(sys.argv[1]), pickle.loads(bytes.fromhex(sys.argv[2]))

def kill(frame, event, what):
    global left
    if event == "c_call" and (what.__module__ in ("posix", "_io") or isinstance(what.__self__, io.IOBase)):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

moment, killed = 0, True
while killed and moment < 1_000:
    moment += 1
    folder = root / str(moment)
    folder.mkdir()
    for name, data in due.old.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    child = os.fork()
    if not child:
        left = moment
        sys.setprofile(kill)
        exchange(folder, due)
        os._exit(0)
    killed = os.waitpid(child, 0)[1] != 0
print(moment - 1)
"""
"""Exchanges the files again and again, killed before its first call of the system, its second, and so on to its end."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A customer's folder as it was."""
    place = tmp_path / "hospital"
    _fill(place)
    return place


def _fill(place: Path) -> None:
    place.mkdir()
    for name, data in OLD.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(data)


def test_all_of_it_is_there_and_the_old_version_is_kept(folder: Path) -> None:
    exchange(folder, DUE)
    assert files_below(folder) == AFTER
    assert finish(folder) == pending_version(folder) == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks for processes that begin as copies")
def test_killed_before_any_call_of_the_system_it_is_old_or_new(tmp_path: Path) -> None:
    line = [sys.executable, "-c", KILLED, str(tmp_path), pickle.dumps(DUE).hex()]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=120)
    moments = int(done.stdout)
    came = []
    for moment in range(1, moments + 1):
        place = tmp_path / str(moment)
        read = {name: path.read_bytes() for name in AFTER if (path := place_of(place, name)).is_file()}
        version = finish(place)
        left = files_below(place)
        assert left in (OLD, AFTER), moment
        said = {name: data for name, data in left.items() if not name.startswith("history/1/")}
        assert {name: data for name, data in read.items() if not name.startswith("history/1/")} == said, moment
        assert finish(place) == "" and files_below(place) == left
        came.append((left == AFTER, version))
    first = came.index((True, "2"))  # behind the rename that decides; the last moments are those of clearing up
    assert moments > 40 and 10 < first < moments - 5
    assert all(new for new, _ in came[first:]) and not any(new for new, _ in came[:first])


def _stopped(folder: Path, *gone: str) -> Path:
    """The folder as a stop leaves it after the rename that decides, when the files `gone` have gone to their places."""
    whole = folder.parent / "whole"
    shutil.copytree(folder, whole)
    exchange(whole, DUE)
    pending = folder / "history" / ".pending"
    for name, data in NEW.items():
        path = folder / name if name in gone else pending / "new" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    shutil.copytree(whole / "history" / "1", pending / "old")
    files = {name: [_digest(OLD[name]) if name in OLD else None, _digest(data)] for name, data in NEW.items()}
    (pending / "manifest.json").write_text(json.dumps({"format": 1, "version": "2", "kept": "1", "files": files}))
    return folder


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.mark.parametrize("gone", [(), ("customer.yaml",), ("customer.yaml", "plan.yaml"), tuple(NEW)])
def test_what_has_not_gone_to_its_place_is_read_where_it_lies(folder: Path, gone: tuple[str, ...]) -> None:
    _stopped(folder, *gone)
    assert pending_version(folder) == "2"
    assert {name: place_of(folder, name).read_bytes() for name in NEW} == NEW
    assert finish(folder) == "2"
    assert files_below(folder) == AFTER


def test_a_file_changed_by_hand_after_the_stop_is_not_overwritten(folder: Path) -> None:
    _stopped(folder, "customer.yaml")
    (folder / "plan.yaml").write_bytes(b"version: mine\n")
    before = files_below(folder)
    with pytest.raises(InvalidInput) as refused:
        finish(folder)
    assert [each.code for each in refused.value.problems] == ["changed-before-it-came"]
    assert files_below(folder) == before


def test_a_file_changed_since_it_was_read_is_not_overwritten(folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(b"version: mine\n")
    before = files_below(folder)
    with pytest.raises(InvalidInput) as refused:
        exchange(folder, DUE)
    assert [(each.file, each.code) for each in refused.value.problems] == [
        ((folder / "plan.yaml").as_posix(), "changed-meanwhile")
    ]
    assert files_below(folder) == before


def test_two_at_once_one_is_told(folder: Path) -> None:
    _stopped(folder)
    before = files_below(folder)
    with pytest.raises(InvalidInput) as refused:
        exchange(folder, DUE)
    assert [each.code for each in refused.value.problems] == ["folder-in-use"]
    assert files_below(folder) == before


@pytest.mark.parametrize(
    "told",
    [
        '{"files": 3}',
        "nonsense",
        '{"version": "2", "kept": "../../1", "files": {}}',
        '{"version": "2", "kept": "1", "files": {"../../.profile": [null, ""]}}',
        '{"version": "2", "kept": "1", "files": {"editions/../../.profile.yaml": [null, ""]}}',
        '{"version": "2", "kept": "1", "files": {"editions/.yaml": [null, ""]}}',
        '{"version": "2", "kept": "1", "files": {"register.yaml.lnk": [null, ""]}}',
    ],
)
def test_a_list_of_what_is_left_that_is_not_ours_is_told_and_moves_nothing(folder: Path, told: str) -> None:
    _stopped(folder)
    path = folder / "history" / ".pending" / "manifest.json"
    path.write_text(told)
    before = files_below(folder)
    with pytest.raises(InvalidInput) as refused:
        finish(folder)
    assert [(each.file, each.code) for each in refused.value.problems] == [(path.as_posix(), "pending-unreadable")]
    assert files_below(folder) == before
