from __future__ import annotations

import pytest

from drillsim.documents.cause_words import cause_words
from drillsim.documents.names import Names
from drillsim.findings.ledger import KINDS
from drillsim.journal.events import WAIT_REASONS
from drillsim.texts import LANGS, Lang


@pytest.mark.parametrize("lang", LANGS)
def test_every_cause_is_said_with_the_name_of_what_it_is_about(lang: Lang) -> None:
    names = Names(lang, {"x": "NAME"})
    waits = [f"wait:x:{reason}" for reason in WAIT_REASONS]
    said = [cause_words(names, cause) for cause in (*waits, *(f"{kind}:x" for kind in KINDS if kind != "wait"))]
    assert all("NAME" in words for words in said)
    assert len(dict.fromkeys(said)) == len(said)


def test_a_wait_names_its_step_and_its_reason() -> None:
    assert cause_words(Names("en", {"S303": "Open 101"}), "wait:S303:person_busy") == "Open 101 waiting: person busy"
