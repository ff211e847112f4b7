"""Who may open which page of a drill: a link or a code for each part, random, that ends after some hours or when it is
taken back.

Whoever joins gets a key for that page alone, so one browser may hold the console and the projector's page at once. A
ticket that was passed on is taken back, or made anew, without the others. Each press has a number of its own, and is
done once.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from drillsim.session import Participant
from drillsim.texts import Lang
from drillsim.units import MS_PER

LASTS_MS = 12 * MS_PER["h"]
MOST_PRESSES, PRESS_LETTERS = 50_000, 64
"""So many presses one ticket is good for, and so long the number of one may be."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""


@dataclass(slots=True)
class Ticket:
    """The right to one page."""

    participant: Participant
    lang: Lang
    ends_ms: int
    """Reading of the forward clock at which it ends."""
    link: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    code: str = field(default_factory=lambda: "".join(secrets.choice(_LETTERS) for _ in range(8)))
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """Kept by the browser as a cookie of that page."""
    form: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    """Stands in the page and comes back with whatever is pressed."""
    revoked: bool = False
    joined: bool = False


class Access:
    """The tickets of one drill."""

    def __init__(self) -> None:
        self._tickets: dict[str, Ticket] = {}
        self._presses: dict[str, set[str]] = {}
        """The numbers of what was pressed, by the key of the ticket."""

    def admit(self, participant: Participant, lang: Lang, now_ms: int) -> Ticket:
        """Make a ticket for a part in the drill."""
        ticket = Ticket(participant, lang, now_ms + LASTS_MS)
        self._tickets[participant.id] = ticket
        return ticket

    def take_up(self, ticket: Ticket) -> None:
        """Let a ticket hold that was made before."""
        self._tickets[ticket.participant.id] = ticket

    def tickets(self) -> Iterator[Ticket]:
        """Yield all of them, the first made first."""
        yield from self._tickets.values()

    def renew(self, participant: str, now_ms: int) -> Ticket | None:
        """Take a ticket back and make another one for the same part; None where there was none."""
        before = self._tickets.get(participant)
        if before is None:
            return None
        before.revoked = True
        return self.admit(before.participant, before.lang, now_ms)

    def press(self, ticket: Ticket, number: str) -> Literal["new", "again", "none"]:
        """Note the number of a press. Return whether it is one, and comes for the first time."""
        known = self._presses.setdefault(ticket.key, set())
        if not (number.isascii() and 0 < len(number) <= PRESS_LETTERS and len(known) < MOST_PRESSES):
            return "none"
        is_new = number not in known
        known.add(number)
        return "new" if is_new else "again"

    def by_link(self, link: str, now_ms: int) -> Ticket | None:
        """Return the ticket with that link; None where none holds."""
        return next((each for each in self.tickets() if _same(each.link, link) and self.holds(each, now_ms)), None)

    def by_code(self, code: str, now_ms: int) -> Ticket | None:
        """Return the ticket with that code, written with or without its hyphen; None where none holds."""
        plain = code.upper().replace("-", "").replace(" ", "")
        return next((each for each in self.tickets() if _same(each.code, plain) and self.holds(each, now_ms)), None)

    def by_key(self, participant: str, key: str, now_ms: int) -> Ticket | None:
        """Return the ticket of a page whose key a browser shows; None where it does not hold."""
        ticket = self._tickets.get(participant)
        is_it = ticket is not None and _same(ticket.key, key) and self.holds(ticket, now_ms)
        return ticket if is_it else None

    def revoke(self, participant: str) -> bool:
        """Take a ticket back; return whether there was one."""
        ticket = self._tickets.get(participant)
        if ticket is None or ticket.revoked:
            return False
        ticket.revoked = True
        return True

    @staticmethod
    def holds(ticket: Ticket, now_ms: int) -> bool:
        """Return whether a ticket is good."""
        return not ticket.revoked and now_ms < ticket.ends_ms


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
