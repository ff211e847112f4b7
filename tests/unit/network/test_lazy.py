"""Asking what is connected does not cost the import of a power-flow engine."""

from __future__ import annotations

import subprocess
import sys

QUESTION = """
import sys
from drillsim.files.pp_json import read_pp_json
from drillsim.files.pp_xlsx import read_pp_xlsx
from drillsim.files.pp_adopt import adopt
from drillsim.network import PandapowerFlow, compile_network, conducting, live_islands
from drillsim.schema.network import Network
rows = {"format": "1", "bus": [{"name": "a", "vn_kv": "10"}, {"name": "b", "vn_kv": "10"}]}
net = compile_network(Network.model_validate(rows))
conducting(net, net.closed)
heavy = {"pandapower", "pandas", "numpy", "scipy", "networkx", "matplotlib", "simpy", "openpyxl"}
print(sorted(heavy & set(sys.modules)))
"""


def test_topology_and_the_readers_import_no_heavy_package() -> None:
    asked = subprocess.run([sys.executable, "-c", QUESTION], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "[]"
