"""The hot wash of a room: put together once the drill has ended, shown, and kept beside the record."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillsim.documents.drill_report import DrillDocument, drill_values
from drillsim.errors import InvalidInput
from drillsim.findings import CODES, ITS_OWN
from drillsim.session import Participant, Reading, Record, Session
from drillsim.session.after import GRADES, ROW_STATES
from drillsim.texts import Lang
from drillsim.use.drill_folder import save_drill, save_run
from drillsim.use.hot_wash import Aftermath, aftermath_of
from drillsim.use.take_over import TakenOver, take_over
from drillsim.web.access import Ticket
from drillsim.web.moments import room_seconds, seconds_open
from drillsim.web.words import Speech

SECTIONS = ("goods", "story", "late", "departed", "broken", "weak", "known", "what-if", "grades", "list", "untried")
"""Parts of the hot wash, in the order in which they are told; each may be shown to all."""
SIDES = ("", "customer", "utility", "both")


@dataclass(eq=False)
class After:
    """The hot wash of one room."""

    record: Record
    lang: Lang
    """Language of the documents in the folder."""
    plan_dir: Path | None = None
    """The customer's folder, where the session was opened with one."""
    found: Aftermath | None = None
    failed: bool = False
    _made: tuple[int, DrillDocument] | None = None

    @property
    def session(self) -> Session:
        """Return the session."""
        return self.record.session

    @property
    def is_due(self) -> bool:
        """Return whether the drill has ended and its hot wash has not been put together."""
        return self.session.ending is not None and self.found is None and not self.failed

    def work_out(self) -> None:
        """Put it together and keep it in the folder. A fault of ours leaves the drill's record as it is."""
        try:
            self.found = aftermath_of(self.session)
            save_drill(self.record.part, self.found, self.session.log.entries, self.lang)
        except Exception:
            self.failed = True
            logging.getLogger("drillsim.web").exception("the hot wash failed")

    def document(self) -> DrillDocument | None:
        """Return the document as the log has it now; None as long as there is none."""
        if self.found is None:
            return None
        number = len(self.session.log.entries)
        if self._made is None or self._made[0] != number:
            self._made = (number, self.found.document(self.session.log.entries))
        return self._made[1]

    def keep(self) -> None:
        """Write all documents anew, as the log has them now."""
        if self.found is not None:
            save_drill(self.record.part, self.found, self.session.log.entries, self.lang)
            save_run(self.record.part, self.found, self.session.log.entries, self.lang)

    def take_over(self) -> TakenOver | None:
        """Take the decided rows over into the customer's register; None without a folder of the customer. Raises:
        InvalidInput."""
        document = self.document()
        if document is None or self.plan_dir is None:
            return None
        return take_over(document, self.record.path.name, self.plan_dir, self.lang)

    @property
    def section(self) -> str:
        """Return the part that is shown to all; empty for none."""
        last = self.session.log.last("shows")
        return str(last.data["section"]) if last is not None and self.session.ending is not None else ""


def may_edit(who: Participant) -> bool:
    """Return whether somebody may open the page of the hot wash."""
    return who.may("lead") or who.may("rate")


Filled = Callable[[str, Speech, Mapping[str, Any]], str]


def shown_fragment(after: After, ticket: Ticket, page: str, speech: Speech, filled: Filled) -> str:
    """Return what of the hot wash stands on somebody's page: the way to it, or the part that is shown to all."""
    if after.session.ending is None:
        return ""
    document = after.document()
    return filled(
        "hotwash.html.j2", speech,
        {
            **_words(speech, document), "document": document, "section": after.section, "page": page,
            "may_open": may_edit(ticket.participant), "failed": after.failed,
        },
    ).strip()  # fmt: skip


def after_page(after: After, ticket: Ticket, speech: Speech, clock: str, filled: Filled, reading: Reading) -> str:
    """Return the page on which hot wash, evaluation and improvement list are worked on."""
    session, document, who = after.session, after.document(), ticket.participant
    dossier = session.drill.case.dossier
    begun = dict.fromkeys(e.data["step"] for e in session.drill.run.journal().of("step_begins", "step_ends"))
    return filled(
        "after.html.j2", speech,
        {
            **_words(speech, document), "document": document, "p": who, "form": ticket.form, "clock_html": clock,
            "customer": dossier.customer, "scenario": session.drill.case.scenario, "section": after.section,
            "sections": SECTIONS, "grades": GRADES, "sides": SIDES, "states": ROW_STATES, "begun": tuple(begun),
            "roles": tuple(dossier.plan.actors), "codes": tuple(c for c in CODES if c != ITS_OWN),
            "leads": who.may("lead"), "rates": who.may("rate"), "has_folder": after.plan_dir is not None,
            "ending": session.ending, "failed": after.failed, "room_s": room_seconds(reading),
            "minute_s": seconds_open(session, reading),
        },
    )  # fmt: skip


def _words(speech: Speech, document: DrillDocument | None) -> Mapping[str, Any]:
    """Return what templates say a document with."""
    return {"h": speech.h} if document is None else drill_values(document, speech.lang)


__all__ = ["SECTIONS", "SIDES", "After", "InvalidInput", "after_page", "may_edit", "shown_fragment"]
