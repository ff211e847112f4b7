"""A new customer's folder: one that teaches, or one around a given network. Written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from drillsim.errors import InvalidInput, Problem
from drillsim.files.feeder_room import feeder_room, first_feeder
from drillsim.files.folder import read_customer
from drillsim.files.network_yaml import network_yaml
from drillsim.files.pp_adopt import AdoptedNetwork, adopt
from drillsim.files.reliability.read import read_system
from drillsim.files.reliability.write import texts_of
from drillsim.files.source import read_bytes
from drillsim.files.write import new_folder, write_bytes
from drillsim.schema import DRAWING
from drillsim.texts import Lang

_HERE = Path(__file__).parent
_OWN_IDS = (
    "electrician-1", "dispatcher-1", "duty-room", "dispatch-centre", "panel", "phone", "duty-electrician", "dispatcher",
    "hv-house", "C1", "S1",
)  # fmt: skip
_LEADING = ("customer.yaml", "network.yaml", "site.yaml", "plan.yaml")


@dataclass(frozen=True, slots=True)
class NewFolder:
    """The files written, and the parts of a given network that were changed or left out."""

    path: Path
    names: tuple[str, ...]
    adopted: AdoptedNetwork | None = None


def teaching_folder(target: Path) -> NewFolder:
    """The example that explains itself, in `target`. Raises: InvalidInput `folder-not-empty`."""
    files = {path.name: path.read_bytes() for path in sorted((_HERE / "teaching").glob("*.yaml"))}
    return NewFolder(target, _written(target, files))


def folder_around(target: Path, network: Path, lang: Lang) -> NewFolder:
    """The least customer that runs, around the pandapower network in the file `network`.

    Raises: InvalidInput when the file is no network, or `target` holds something.
    """
    if network.suffix.lower() not in (".json", ".xlsx"):
        raise InvalidInput([Problem(file=network.as_posix(), code="network-not-pandapower")])
    _, unreadable = read_bytes(network, network.as_posix())
    if unreadable and unreadable[0].code == "file-unreadable":
        raise InvalidInput(unreadable)
    found = adopt(network, network.as_posix(), lang)
    files = {name: text.encode("utf-8") for name, text in _texts(found, lang).items()}
    _judge(files, target)
    return NewFolder(target, _written(target, files), found)


def folder_of_files(target: Path, files: Mapping[str, bytes]) -> NewFolder:
    """The given files in `target`. Raises: InvalidInput `folder-not-empty`."""
    return NewFolder(target, _written(target, files))


def folder_of_system(target: Path, table: Path, case: str | None, lang: Lang) -> NewFolder:
    """The published distribution system in the reliability table `table`, of which `case` is meant.

    Raises: InvalidInput when the file is no such table, the case is none of its, or `target` holds something.
    """
    system = read_system(table, case)
    title = " ".join(word for word in (table.stem, case) if word)
    files = {name: text.encode("utf-8") for name, text in texts_of(system, title, lang).items()}
    _judge(files, target)
    return NewFolder(target, _written(target, files))


def _texts(found: AdoptedNetwork, lang: Lang) -> dict[str, str]:
    main = first_feeder(found.tree)
    first = str(main["name"]) if main else ""
    feeders = sorted(_names(found, "ext_grid"), key=lambda name: name != first)
    loads = tuple(name for table in DRAWING for name in _names(found, table))
    told = {
        "sources": "\n".join(
            f"  {_quoted(name)}: {{kind: feeder, role: {'standby' if number else 'main'}_source, source: assumed}}"
            for number, name in enumerate(feeders)
        )
        + "".join(
            f"\n  {_quoted(each.id)}: {{kind: ups, input: {_quoted(each.input)}, output: {_quoted(each.output)}, "
            f"rated_kw: {each.rated_kw:g}, battery_kwh: {each.battery_kwh:g}, source: assumed}}"
            for each in found.ups
        ),
        "loads": "\n".join(f"  {_quoted(name)}: {{}}" for name in loads) or "  {}",
        "feeders": ", ".join(map(_quoted, feeders)),
        "first": _quoted(first),
        "room": ", ".join(map(_quoted, feeder_room(found.tree))),
        "languages": "zh, en" if lang == "zh" else "en, zh",
    }
    taken = {name for table in found.tree for name in _names(found, table)} | {each.id for each in found.ups}
    around = {name: _filled(_free(name, taken), told) for name in ("customer.yaml", "site.yaml", "plan.yaml")}
    return around | {"network.yaml": network_yaml(found.tree)}


def _free(name: str, taken: Set[str]) -> str:
    """The template `name`, its own ids renamed where the network has them already."""
    words = (_HERE / "around" / name).read_text(encoding="utf-8")
    for own in _OWN_IDS:
        if own in taken:
            words = re.sub(rf"(?<![\w.-]){re.escape(own)}(?![\w.-])", f"{own}-new", words)
    return words


def _filled(words: str, told: Mapping[str, str]) -> str:
    return Template(words).substitute(told)


def _names(found: AdoptedNetwork, table: str) -> tuple[str, ...]:
    rows = found.tree.get(table, [])
    if not isinstance(rows, list):
        return ()
    return tuple(str(row["name"]) for row in rows if isinstance(row, dict))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _judge(files: Mapping[str, bytes], target: Path) -> None:
    """Refuses a folder that could not be read back, before anything is written where the planner looks."""
    with TemporaryDirectory(prefix="drillsim-") as place:
        for name, data in files.items():
            write_bytes(Path(place) / name, data)
        _, problems = read_customer(Path(place))
    if problems:
        raise InvalidInput(
            replace(each, file=(target / Path(each.file).name).as_posix() if each.file else "") for each in problems
        )


def _written(target: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    new_folder(target)
    names = sorted(files, key=lambda name: (_LEADING.index(name) if name in _LEADING else len(_LEADING), name))
    for name in names:
        write_bytes(target / name, files[name])
    return tuple(names)
