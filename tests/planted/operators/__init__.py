"""Operators: each knows one kind of defect, lists every place of a customer where it can stand, and says beforehand
which weak point has to be found where. A place is one where the sound plan shows that the defect must tell: a step the
sound run carries out, a battery it uses, a load it keeps alive.
"""

from __future__ import annotations

from planted.operators import automatics, dependency, management, operation, own_supply, people, supply
from planted.operators.tools import Planter

ALL: dict[str, Planter] = {
    each.__name__: each
    for module in (supply, automatics, own_supply, operation, people, dependency, management)
    for each in module.OPERATORS
}
"""Every operator by name."""
