"""The things somebody presses on a page, done in the session. Whatever a form holds is a stranger's word."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drillsim.findings import View
from drillsim.session import ENDINGS, TO_SETTLE, NotAllowed, Participant, Reading, Session, holder, meant, understood
from drillsim.session.after import evidence
from drillsim.session.ahead import Foresight, question_of
from drillsim.simulation import Accepted, Act, Ask, Decision, Refused, Tell, decision_of
from drillsim.texts import LANGS
from drillsim.units import MS_PER
from drillsim.web.access import Access, Ticket
from drillsim.web.after import After
from drillsim.web.pages import Shown
from drillsim.web.wall import VIEWS
from drillsim.web.words import Speech

MOST_MINUTES = 7 * 24 * 60
DECIDES = ("decide", "act", "report")
"""Things players press; before the drill begins nothing is decided."""
RATINGS = ("P", "S", "M", "U")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of the page, and the HTTP status."""

    status: int
    text: str
    reload: bool = False
    entry: int = 0
    """Entry of the record that was made, where the page has to know it."""


@dataclass(frozen=True)
class Pressed:
    """One press."""

    session: Session
    shown: Shown
    access: Access
    ticket: Ticket
    form: Mapping[str, str]
    reading: Reading
    speech: Speech
    keep: Callable[[], None]
    """Keeps the links as they are now."""
    foresight: Foresight
    after: After | None = None
    """The hot wash."""

    @property
    def by(self) -> Participant:
        """Return who pressed."""
        return self.ticket.participant

    @property
    def minutes_ms(self) -> int:
        """Return the minutes in the form, ms. Raises: ValueError."""
        minutes = float(self.form["minutes"].strip().lstrip("+").replace("，", "."))
        if not -MOST_MINUTES <= minutes <= MOST_MINUTES:
            raise ValueError(minutes)
        return round(minutes * MS_PER["min"])

    def done(self, name: str = "done", **facts: object) -> Answer:
        """Return that it was done."""
        return Answer(200, self.speech.t(name, **facts))

    def told(self, answer: Accepted | Refused, decision: Decision | None = None) -> Answer:
        """Return what became of a decision."""
        if isinstance(answer, Refused):
            return Answer(409, self.speech.refused(answer))
        what = self.speech.decision(decision) if decision is not None else ""
        return self.done("taken", what=what) if what else self.done()


def pressed(p: Pressed) -> Answer:
    """Do what was pressed. Raises: NotAllowed; KeyError, ValueError, TypeError for what is nonsense."""
    do = p.form["do"]
    if do in DECIDES and not (p.session.begun or p.by.may("lead")):
        return Answer(409, p.speech.t("not-begun"))
    if do not in _DO:
        from drillsim.web.after_pressed import AFTER
        from drillsim.web.links_pressed import LINKS

        return {**AFTER, **LINKS}[do](p)
    return _DO[do](p)


def _start(p: Pressed) -> Answer:
    p.session.start(p.by, p.reading)
    return p.done("started")


def _pause(p: Pressed) -> Answer:
    p.session.pause(p.by, p.reading)
    return p.done("paused")


def _speed(p: Pressed) -> Answer:
    speed = float(p.form["speed"])
    if not 0 < speed <= 600:
        raise ValueError(speed)
    p.session.set_speed(speed, p.by, p.reading)
    return p.done("speed-is", speed=f"{speed:g}")


def _jump(p: Pressed, how: Callable[[], None]) -> Answer:
    events = len(p.session.drill.run.journal().events)
    before_ms = p.session.drill.now
    how()
    p.shown.between = (before_ms, events)
    return p.done("jumped", to=p.speech.clock(p.session.drill.now))


def _jump_to(p: Pressed) -> Answer:
    to_ms = p.minutes_ms
    p.session.look(p.reading)
    if to_ms < p.session.drill.now:
        return Answer(400, p.speech.t("gone-by"))
    return _jump(p, lambda: p.session.jump(to_ms, p.by, p.reading))


def _next_inject(p: Pressed) -> Answer:
    return _jump(p, lambda: p.session.jump_to_inject(p.by, p.reading))


def _next_decision(p: Pressed) -> Answer:
    """Where somebody has something to decide already, scenario time stays: a jump may pass hours over it."""
    if not p.by.may("lead"):
        raise NotAllowed("lead")
    if not p.session.played_roles:
        return Answer(409, p.speech.t("nobody-plays"))
    p.session.look(p.reading)
    due = list(dict(p.session.due()).items())
    if due:
        person, decision = due[0]
        return Answer(409, p.speech.t("due-already", who=p.speech.of(person), what=p.speech.decision(decision)))
    return _jump(p, lambda: p.session.jump_to_decision(p.by, p.reading))


def _shift(p: Pressed) -> Answer:
    p.session.shift(p.minutes_ms, p.by, p.reading)
    return p.done()


def _give(p: Pressed) -> Answer:
    return p.told(p.session.give(p.form["line"], p.by, p.reading))


def _hold(p: Pressed) -> Answer:
    p.session.hold(p.form["line"], p.by, p.reading)
    return p.done()


def _release(p: Pressed) -> Answer:
    p.session.release(p.form["line"], p.by, p.reading)
    return p.done()


def _skip(p: Pressed) -> Answer:
    p.session.skip(p.form["line"], p.by, p.reading)
    return p.done()


def _play(p: Pressed) -> Answer:
    p.session.let_play(p.form["role"], "" if p.form["who"] == "plan" else p.by.id, p.by, p.reading)
    return p.done()


def _note(p: Pressed) -> Answer:
    p.session.note(filled_in(p, "text"), p.by, p.reading)
    return p.done("kept")


def _stop(p: Pressed) -> Answer:
    how = next((each for each in ENDINGS if each == p.form["how"]), None)
    if how is None:
        raise ValueError(p.form["how"])
    p.session.stop(how, p.by, p.reading, p.form.get("why", "")[:500])
    return p.done(f"ending-{how}")


def _key(p: Pressed) -> Answer:
    words = filled_in(p, "text")
    p.session.look(p.reading)
    found = understood(p.session, words)
    answer = p.session.key(words, found.decision, p.by, p.reading)
    if found.decision is None or answer is None:
        among = [p.speech.names.with_id(each) for each in found.among[:8]]
        return Answer(202, p.speech.t(f"lacks-{found.lacks}", words=words, among="、".join(among)))
    return p.told(answer, found.decision)


def _decide(p: Pressed) -> Answer:
    decision = _decision(p)
    return p.told(p.session.decide(decision, p.by, p.reading), decision)


def _decision(p: Pressed) -> Decision:
    told = json.loads(p.form["decision"])
    json.dumps(told, ensure_ascii=False).encode()  # half a character could not be written into the journal
    return decision_of(str(told["kind"]), str(told["by"]), dict(told["what"]))


def _ahead(p: Pressed) -> Answer:
    return _look_ahead(p, None)


def _what_if(p: Pressed) -> Answer:
    if not p.by.may("look_ahead"):
        raise NotAllowed("look_ahead")
    if "decision" in p.form:
        return _look_ahead(p, _decision(p))
    words = filled_in(p, "text")
    p.session.look(p.reading)
    found = understood(p.session, words)
    if found.decision is None:
        among = [p.speech.names.with_id(each) for each in found.among[:8]]
        return Answer(400, p.speech.t(f"ahead-lacks-{found.lacks}", words=words, among="、".join(among)))
    return _look_ahead(p, found.decision)


def _look_ahead(p: Pressed, decision: Decision | None) -> Answer:
    if not p.by.may("look_ahead"):
        raise NotAllowed("look_ahead")
    p.session.look(p.reading)
    if p.session.ending is not None or p.session.drill.is_over:
        return Answer(409, p.speech.t("ahead-ended"))
    question = question_of(p.session.drill, decision)
    p.foresight.ask(question)
    return p.done("ahead-begun", at=p.speech.clock(question.at_ms))


def _act(p: Pressed) -> Answer:
    targets = meant(p.session, p.form["verb"], p.form["target"])
    if len(targets) != 1:
        return Answer(400, p.speech.t("lacks-device", words=p.form["target"], among=""))
    decision = Act(p.form["verb"], targets, _myself(p))
    return p.told(p.session.decide(decision, p.by, p.reading), decision)


def _report(p: Pressed) -> Answer:
    asks, to, about = p.form["kind"] == "ask", p.form["to"], (p.form["about"].strip(),)
    decision = Ask(to, about, _myself(p)) if asks else Tell(to, about, _myself(p))
    return p.told(p.session.decide(decision, p.by, p.reading))


def _myself(p: Pressed) -> str:
    """Return the person somebody decides for: the first on duty of their roles."""
    for role in p.by.plays:
        person = holder(p.session, role)
        if person is not None:
            return person
    raise NotAllowed("decide")


def _tell(p: Pressed) -> Answer:
    role = p.form["to"]
    p.session.drill.case.dossier.plan.actors[role]
    return p.told(p.session.tell(filled_in(p, "text"), (role,), p.form.get("from", "")[:100], p.by, p.reading))


def _rate(p: Pressed) -> Answer:
    """The rating of a step and words about it, each where it has changed. One that differs from what the rules propose
    says why, where whoever rates sees the proposal."""
    p.session.may(p.by, "rate")
    step, rating, note = p.form["step"].strip(), p.form["rating"], p.form.get("note", "").strip()[:2000]
    reason, session = p.form.get("reason", "").strip()[:500], p.session
    view, everybody = View(session.drill.case, session.drill.run.journal()), session.drill.case.dossier.plan.actors
    found = evidence(view, session.log.entries, everybody, session.drill.now)
    graded = next((each.graded for each in found if each.row.step == step), None)
    if rating not in ("", *RATINGS) or graded is None:
        return Answer(400, p.speech.t("no-such-step"))
    proposed = graded.proposed if session.sees_all(p.by) else None
    if rating and proposed is not None and rating != proposed and not reason:
        return Answer(400, p.speech.t("override-says-why", grade=p.speech.t(f"rating-{proposed}")))
    if rating and (rating, reason) != (graded.given, graded.reason):
        session.rate(step, rating, reason, p.by, p.reading)
    if note != graded.note:
        session.remark(step, note, p.by, p.reading)
    return p.done("kept")


def _wall(p: Pressed) -> Answer:
    p.session.showed(p.form["role"], p.by, p.reading)
    p.shown.wall_role = p.form["role"]
    return p.done()


def _view(p: Pressed) -> Answer:
    if not p.by.may("lead"):
        raise NotAllowed("lead")
    view = p.form["view"]
    if view and view not in VIEWS:
        raise ValueError(view)
    p.shown.view, p.shown.page = view, 0
    return p.done()


def _page(p: Pressed) -> Answer:
    """The wall shows the page before or behind, where its view has several."""
    if not p.by.may("lead"):
        raise NotAllowed("lead")
    p.shown.page += 1 if int(p.form["by"]) > 0 else -1
    return p.done()


def _attend(p: Pressed) -> Answer:
    name, unit, role = (filled_in(p, each)[:120] for each in ("name", "unit", "role"))
    p.session.attend(name, unit, role, p.by, p.reading)
    return p.done("kept")


def _settle(p: Pressed) -> Answer:
    item = p.form["item"]
    if item not in TO_SETTLE:
        raise ValueError(item)
    p.session.settle(item, p.by, p.reading)
    return p.done("kept")


def _lang(p: Pressed) -> Answer:
    p.ticket.lang = {each: each for each in LANGS}[p.form["lang"]]  # type: ignore[index]  # a stranger's word
    return Answer(200, "", reload=True)


def filled_in(p: Pressed, name: str) -> str:
    """Return the words of a field. Raises: ValueError for none."""
    words = p.form[name].strip()
    if not words:
        raise ValueError(name)
    return words[:2000]


_DO: Mapping[str, Callable[[Pressed], Answer]] = {
    "start": _start, "pause": _pause, "speed": _speed, "jump": _jump_to, "next-inject": _next_inject,
    "next-decision": _next_decision, "shift": _shift, "give": _give, "hold": _hold, "release": _release, "skip": _skip,
    "play": _play, "note": _note, "stop": _stop, "key": _key, "decide": _decide, "act": _act, "report": _report,
    "tell": _tell, "rate": _rate, "wall": _wall, "view": _view, "page": _page, "attend": _attend, "settle": _settle,
    "lang": _lang,
    "ahead": _ahead, "what-if": _what_if,
}  # fmt: skip
