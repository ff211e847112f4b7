"""Branch figures on the disk: the same answers warm and cold, and nothing lost where the disk fails."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from drillsim.files import kept
from drillsim.network import GridModelFlow, compile_network
from drillsim.network.grid_figures import GridFigures
from drillsim.network.kept_figures import figures_of
from drillsim.schema.network import Network
from helpers.command import environment, files_below
from helpers.island_states import as_it_stands
from helpers.shipped import CUSTOMERS, ROOT, WATERWORKS, shipped


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def _figures(network: Network) -> GridFigures:
    return figures_of(network, compile_network(network))


def _same(one: GridFigures, other: GridFigures) -> bool:
    names = [each.name for each in fields(GridFigures)]
    pairs = [(np.asarray(getattr(one, name)), np.asarray(getattr(other, name))) for name in names]
    return all(a.dtype == b.dtype and a.tobytes() == b.tobytes() for a, b in pairs)


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_what_is_read_back_is_what_was_written(customer: str, folder: Path) -> None:
    network = shipped(customer).network
    worked_out = _figures(network)
    (file,) = folder.iterdir()
    assert _same(_figures(network), worked_out)
    assert [path.name for path in folder.iterdir()] == [file.name]


def test_both_give_the_same_answers(folder: Path) -> None:
    network = shipped(WATERWORKS).network
    net = compile_network(network)
    cold = [GridModelFlow(network, net).solve(island) for island in as_it_stands(net)]
    warm = [GridModelFlow(network, net).solve(island) for island in as_it_stands(net)]
    assert cold == warm != []


def test_another_network_has_other_figures(folder: Path) -> None:
    network = shipped(WATERWORKS).network
    longer = network.line[0].model_copy(update={"length_km": network.line[0].length_km * 2})
    changed = network.model_copy(update={"line": (longer, *network.line[1:])})
    assert not _same(_figures(network), _figures(changed))
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("spoilt", [b"", b"PK\x03\x04 cut short", "half"])
def test_a_spoilt_file_is_worked_out_and_written_anew(spoilt: bytes | str, folder: Path) -> None:
    network = shipped(WATERWORKS).network
    worked_out = _figures(network)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if isinstance(spoilt, str) else spoilt)
    assert _same(_figures(network), worked_out)
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_made_costs_time_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "file" / "below"))
    network = shipped(WATERWORKS).network
    assert _same(_figures(network), _figures(network))


def test_switched_off_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.VARIABLE, "off")
    _figures(shipped(WATERWORKS).network)
    assert not folder.exists()


def test_the_oldest_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for number in range(5):
        kept.keep(f"{number}.npz", b"x")
    assert len(list(folder.iterdir())) == 3
    assert kept.kept("4.npz") == b"x"


def test_the_users_own_folder_is_outside_of_the_customers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(kept.VARIABLE)
    found = kept.cache_folder()
    assert found is not None
    assert found.is_absolute()
    assert "drillsim" in found.parts


RUN = """
import sys
from drillsim.cli.app import run_command
code = run_command(sys.argv[1:])
print(code, "pandapower" in sys.modules, file=sys.stderr)
"""


def test_a_second_run_never_imports_pandapower_and_is_the_same(folder: Path, tmp_path: Path) -> None:
    args = ("run", ROOT / "plans" / WATERWORKS, "source-lost-day", "--no-proofs", "--out")
    seen = []
    for name in ("cold", "warm"):
        done = subprocess.run(
            [sys.executable, "-c", RUN, *map(str, args), str(tmp_path / name)],
            capture_output=True, check=False, env=environment(**{kept.VARIABLE: str(folder)}),
        )  # fmt: skip
        seen.append(done.stderr.decode("utf-8").strip().splitlines()[-1])
    assert seen == ["0 True", "0 False"]
    assert files_below(tmp_path / "cold") == files_below(tmp_path / "warm")
