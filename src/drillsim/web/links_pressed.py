"""Links that are taken back, made anew, or made for somebody more, by whoever leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.session import NotAllowed
from drillsim.web.invitations import MOST_NAME, one_more
from drillsim.web.pressed import Answer, Pressed, filled_in


def _revoke(p: Pressed) -> Answer:
    """A link is taken back; whoever had the page open sees it no more."""
    name = _other(p)
    if not p.access.revoke(name):
        raise ValueError(name)
    p.keep()
    p.session.took_back(name, p.by, p.reading, anew=False)
    return p.done()


def _renew(p: Pressed) -> Answer:
    """A link is taken back and another one made, for the same part."""
    name = _other(p)
    if p.access.renew(name, p.reading.monotonic) is None:
        raise ValueError(name)
    p.keep()
    p.session.took_back(name, p.by, p.reading, anew=True)
    return p.done()


def _invite(p: Pressed) -> Answer:
    """Somebody more takes part, by a link of their own."""
    if not p.by.may("lead"):
        raise NotAllowed("lead")
    plays = tuple(role for role in p.session.drill.case.dossier.plan.actors if f"plays-{role}" in p.form)
    if p.form["part"] == "player" and not plays:
        return Answer(400, p.speech.t("invite-no-role"))
    who = one_more(p.access, p.form["part"], filled_in(p, "name")[:MOST_NAME], plays)
    p.session.invited(who, p.by, p.reading)
    p.access.admit(who, p.ticket.lang, p.reading.monotonic)
    p.keep()
    return p.done("invited-now", who=who.name)


def _other(p: Pressed) -> str:
    """Return the participant meant, who is somebody else."""
    if not p.by.may("lead"):
        raise NotAllowed("lead")
    name = p.form["participant"]
    if name == p.by.id:
        raise ValueError(name)
    return name


LINKS: Mapping[str, Callable[[Pressed], Answer]] = {"revoke": _revoke, "renew": _renew, "invite": _invite}
