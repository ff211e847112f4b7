"""What every test may use."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Before numpy is loaded: two test processes whose matrices take two threads each are four times slower."""

OWN_CACHE = "" if "DRILLSIM_CACHE" in os.environ else tempfile.mkdtemp(prefix="drillsim-cache-")
"""Shared by all processes of one session; empty in the processes a session starts."""
os.environ.setdefault("DRILLSIM_CACHE", OWN_CACHE)

pytest_plugins = ["pytester"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` writes golden journals anew; `--full` adds the long matrices."""
    parser.addoption("--bless", action="store_true", help="write the golden journals anew; such a run always fails")
    parser.addoption("--full", action="store_true", help="also the long matrices, marked `full`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long matrices are for `.ci/full`."""
    if not config.getoption("--full"):
        long = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("full")]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Every core for the whole suite; one process for what is asked for by name, which starts faster so."""
    return 0 if config.args_source is pytest.Config.ArgsSource.ARGS else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Blessing is never green, whatever was selected."""
    if session.config.getoption("--bless") and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure() -> None:
    """The session's cache goes with it."""
    if OWN_CACHE:
        shutil.rmtree(OWN_CACHE, ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the source checkout."""
    return Path(__file__).resolve().parents[1]
