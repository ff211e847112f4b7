"""The wheel carries what a planner needs outside a checkout, and nothing personal."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import drillsim

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout, without network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(repository)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    """The files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.mark.parametrize("folder", ["plans", "scenarios"])
def test_every_shipped_file_travels_in_the_wheel(folder: str, names: frozenset[str], repository: Path) -> None:
    shipped = [path for path in sorted((repository / folder).rglob("*")) if path.is_file()]
    public = [path for path in shipped if path.name != "people.local.yaml"]
    assert public
    missing = [path for path in public if f"drillsim/shipped/{path.relative_to(repository).as_posix()}" not in names]
    assert not missing


def test_every_module_and_text_travels_in_the_wheel(names: frozenset[str], repository: Path) -> None:
    package = repository / "src" / "drillsim"
    kept = [path for path in sorted(package.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    missing = [path for path in kept if f"drillsim/{path.relative_to(package).as_posix()}" not in names]
    assert not missing
    assert "drillsim/py.typed" in names


def test_nothing_but_the_package_and_its_licence_is_installed(names: frozenset[str]) -> None:
    strangers = [name for name in sorted(names) if not name.startswith(("drillsim/", "drillsim-"))]
    assert not strangers
    assert not [name for name in names if name.endswith("people.local.yaml")]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_version_is_written_once(wheel: Path) -> None:
    assert wheel.name == f"drillsim-{drillsim.__version__}-py3-none-any.whl"


def test_an_installed_wheel_finds_its_shipped_customers(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    program = "from drillsim.files.shipped import shipped_root; print(shipped_root())"
    found = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {program}"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert Path(found.stdout.strip()) == (tmp_path / "site" / "drillsim" / "shipped").resolve()


def test_the_lock_pins_every_direct_dependency_with_hashes_and_no_address(repository: Path) -> None:
    lock = (repository / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [requirement.split(">")[0].replace("_", "-").replace(".", "-").lower() for requirement in wanted]
    pins = {line.split("==")[0].replace(".", "-"): line for line in lock.splitlines() if "==" in line}
    assert [name for name in names if name not in pins] == []
    assert all(line.endswith("\\") for line in pins.values())
    assert "://" not in lock
