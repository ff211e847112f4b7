"""New wording calls things by their names: people by their roles, restarts by their functions."""

from __future__ import annotations

from drillsim.revision.naming import Naming
from helpers.hospital import hospital


def test_people_are_called_by_their_roles_and_restarts_by_their_functions() -> None:
    naming = Naming(hospital().dossier)
    assert naming.of("li", "en") == "Second electrician (supervisor)"
    assert naming.of("restart[surgery]", "en") == "restart Surgery"
    assert naming.of("restart[surgery]", "zh") == "恢复手术"
    assert naming.of("nothing-has-this-id", "zh") == "nothing-has-this-id"
