"""Values of a situation as words, in the language of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drillsim.documents import Names, code_text, names_of, reason_text, state_text, step_of_instance
from drillsim.documents.pictures.oneline.live import LiveOneline
from drillsim.documents.pictures.oneline.live import Told as ToldState
from drillsim.journal import Event
from drillsim.schema import Case, Words
from drillsim.session import Entry, Heard, Known, Waiting
from drillsim.session.after import Told
from drillsim.simulation import Act, Activate, Begin, Choose, Close, Decision, Finish, Go, Permit, Refuse, Refused, Skip
from drillsim.texts import Lang, duration_text, has, list_text, text
from drillsim.units import MS_PER

MOST_DRAWN = 8
"""Diagrams that are kept: a few roles, each as known a moment ago."""


def clock_text(ms: int) -> str:
    """A scenario time: `T+1:02:03`."""
    seconds = abs(ms) // 1000
    return f"T{'-' if ms < 0 else '+'}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@dataclass(frozen=True)
class Speech:
    """The words of one customer's drill in one language."""

    lang: Lang
    case: Case
    names: Names

    def t(self, name: str, /, **facts: object) -> str:
        """Return the text `session-<name>`."""
        return text(self.lang, f"session-{name}", **facts)

    def d(self, name: str, /, **facts: object) -> str:
        """Return the text `drill-<name>`."""
        return text(self.lang, f"drill-{name}", **facts)

    @cached_property
    def oneline(self) -> LiveOneline:
        """Return the one-line diagram of the customer, placed."""
        return LiveOneline(self.case.dossier, self.lang)

    @cached_property
    def _drawn(self) -> dict[tuple[object, ...], str]:
        return {}

    def diagram(self, facts: Mapping[tuple[str, str], ToldState], description: str) -> str:
        """Return the diagram of a state; one that was drawn a moment ago is drawn once for all who look."""
        key = (description, *facts.items())
        if key not in self._drawn:
            while len(self._drawn) >= MOST_DRAWN:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = self.oneline.svg(facts, description)
        return self._drawn[key]

    def h(self, name: str, /, **facts: object) -> str:
        """Return the text `hotwash-<name>`."""
        return text(self.lang, f"hotwash-{name}", **facts)

    def of(self, name: str) -> str:
        """Return the name of something."""
        return self.names.of(name)

    def said(self, words: Words | str) -> str:
        """Return words somebody wrote, in this language where they have it."""
        return words if isinstance(words, str) else words.says(self.lang)

    def ms(self, ms: int | None) -> str:
        """Return a time in words; a dash where there is none."""
        return "—" if ms is None else duration_text(self.lang, ms)

    def clock(self, ms: int | None) -> str:
        """Return a scenario time as a clock shows it."""
        return "—" if ms is None else clock_text(ms)

    def time_of_day(self, ms: int) -> str:
        """Return the time of day in the scenario."""
        seconds = (self.case.scenario.start.time * MS_PER["min"] + ms) // 1000 % 86_400
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    # -- facts -----------------------------------------------------------------------------------------------------
    def fact(self, kind: str, name: str, value: str | float) -> str:
        """Return one fact: `101 open`."""
        what = self.of(name)
        if isinstance(value, float | int):
            return self.t("level", what=what, percent=f"{value:.0f}")
        told = f"condition-{_KIND.get(kind, kind)}-{value.replace('_', '-')}"
        for words in (f"session-known-{kind}-{value}", told):
            if has(words):
                return text(self.lang, words, what=what)
        return f"{what} {value}"

    def state(self, kind: str, value: str | float | None) -> str:
        """Return the state alone: `dead`."""
        if value is None:
            return self.t("unknown")
        if isinstance(value, float | int):
            return f"{value:.0f} %"
        condition = f"condition-{kind}-{value.replace('_', '-')}"
        return text(self.lang, condition, what="").strip() if has(condition) else value

    def known(self, known: Known) -> str:
        """Return one thing somebody has learned, with from whom."""
        fact = self.fact(known.kind, known.id, known.value)
        return self.t("from-whom", what=fact, who=self.of(known.by)) if known.by else fact

    def whole(self, ms: int) -> str:
        """Return a time in words, in whole seconds: parts of a second go by faster than a page shows them."""
        return self.ms(ms // 1000 * 1000)

    def age(self, ms: int | None) -> str:
        """Return how old it is; what stood before the drill has no age."""
        return self.t("from-before") if ms is None else self.t("age", ms=self.whole(ms))

    def minutes(self, ms: int | None) -> str:
        """Return how old it is in whole minutes: what changes by the second is not read across a room."""
        return self.d("before-drill") if ms is None else self.d("age-min", n=ms // MS_PER["min"])

    def heard(self, heard: Heard) -> str:
        """Return one message."""
        sender = self.of(heard.sender) if heard.sender else ""
        words = self.said(heard.said)
        if not words:
            facts = [self.fact(*row) for row in heard.facts]
            words = list_text(self.lang, facts) if facts else self.of(heard.step)
        return self.t("from-whom", what=words, who=sender) if sender else words

    def waiting(self, waiting: Waiting) -> str:
        """Return one step that waits, with the reason."""
        reason, on = reason_text(self.lang, waiting.reason), list_text(self.lang, [self.of(e) for e in waiting.on])
        what = self.step(waiting.step)
        return self.t("waits-on", what=what, reason=reason, on=on) if on else self.t("waits", what=what, reason=reason)

    def cause(self, cause: str) -> str:
        """Return what costs time, as the ledger names it, in words."""
        kind, subject, *rest = cause.split(":")
        reason = {"reason": reason_text(self.lang, rest[0])} if rest else {}
        return text(self.lang, f"ledger-cause-{kind}", what=self._what(subject), **reason)

    def many(self, ids: Sequence[str]) -> str:
        """Return the names of several things."""
        return list_text(self.lang, [self.of(each) for each in ids])

    def every(self, ids: Sequence[str]) -> str:
        """Return the names of all of them, however many."""
        return list_text(self.lang, [self.of(each) for each in ids], len(ids))

    def told(self, told: Told) -> str:
        """Return a statement of the evaluation about a step."""
        facts = dict(told.facts)
        if "step" in facts:
            facts["step"] = self.step(facts["step"])
        if "state" in facts:
            facts["state"] = self.step_state(facts["state"])
        if "deviations" in facts:
            facts["deviations"] = self.deviations(facts["deviations"])
        return code_text(self.names, f"hotwash-{told.code}", facts)

    def why(self, reason: str) -> str:
        """Return a reason a step waits for, in words."""
        return reason_text(self.lang, reason)

    def reason(self, waits: tuple[str, tuple[str, ...]] | None) -> str:
        """Return the reason a step waits for; empty for none."""
        return "" if waits is None or not waits[0] else reason_text(self.lang, waits[0])

    # -- decisions -------------------------------------------------------------------------------------------------
    def step(self, name: str) -> str:
        """Return a step by number and words."""
        own = _OWN.fullmatch(name)
        if own is not None and has(f"session-keyed-{own[1]}"):
            return self.t("does-act", verb=self.verb(own[1]), what=self.of(own[2]))
        called = self.of(name)
        return called if step_of_instance(self.case.dossier, name) is None else f"{name} {called}"

    def step_state(self, state: str) -> str:
        """Return the state of a step."""
        return state_text(self.lang, state)

    def decision(self, decision: Decision) -> str:
        """Return what a decision does."""
        if isinstance(decision, Begin | Skip | Finish):
            kind = "finish-failed" if isinstance(decision, Finish) and decision.outcome == "failed" else _kind(decision)
            return self.t(f"does-{kind}", what=self.step(decision.step))
        if isinstance(decision, Choose):
            return self.t("does-choose", what=self._option(decision), step=self.step(decision.step))
        if isinstance(decision, Activate | Close):
            return self.t(f"does-{_kind(decision)}", what=f"{decision.card} {self.of(decision.card)}")
        if isinstance(decision, Permit | Refuse):
            return self.t(f"does-{_kind(decision)}", what=self.of(decision.permit))
        if isinstance(decision, Go):
            return self.t("does-go", what=self.of(decision.place))
        if isinstance(decision, Act):
            what = list_text(self.lang, [self.of(each) for each in decision.target])
            return self.t("does-act", verb=self.verb(decision.do), what=what)
        return self.t(f"does-{_kind(decision)}")

    def verb(self, verb: str) -> str:
        """Return the first word for an act."""
        name = f"session-keyed-{verb}"
        return text(self.lang, name).split()[0] if has(name) else verb

    def _option(self, decision: Choose) -> str:
        found = step_of_instance(self.case.dossier, decision.step)
        options = found[1].options if found is not None else ()
        return next((self.said(o.text) or o.name for o in options if o.name == decision.option), decision.option)

    def refused(self, refused: Refused) -> str:
        """Return why nothing happened."""
        return self.t(f"refused-{refused.code.replace('_', '-')}")

    def deviations(self, codes: tuple[str, ...] | list[str]) -> str:
        """Return the ways a decision departs from the plan."""
        return list_text(self.lang, [self.t(f"departs-{each.replace('_', '-')}") for each in codes])

    # -- what happened ---------------------------------------------------------------------------------------------
    def event(self, event: Event) -> str:
        """Return one event as a line."""
        data = event.data
        about = next((data[key] for key in _ABOUT if key in data), "")
        what = list_text(self.lang, [self.of(each) for each in about]) if isinstance(about, list) else self._what(about)
        state = {
            "switch_moved": lambda: self.fact("switch", data["switch"], "closed" if data["closed"] else "open"),
            "function_changed": lambda: self.fact("function", data["function"], data["state"]),
            "hazard": lambda: text(self.lang, f"report-hazard-{data['hazard'].replace('_', '-')}"),
            "step_ends": lambda: text(self.lang, f"report-step-{data['state'].replace('_', '-')}"),
            "fault_begins": lambda: text(self.lang, f"session-fault-{data['fault']}"),
            "fault_ends": lambda: text(self.lang, f"session-fault-{data['fault']}"),
        }.get(event.type)
        return self.t(f"event-{event.type}", what=what, state=state() if state is not None else "")

    def _what(self, about: object) -> str:
        name = str(about)
        return self.step(name) if step_of_instance(self.case.dossier, name) is not None else self.of(name)

    def departed(self, event: Event) -> str:
        """Return a decision that departed from the plan."""
        from drillsim.simulation import decision_of

        data = event.data
        did = self.decision(decision_of(data["decision"], data["by"], data["what"]))
        return self.t("departed", who=self.of(data["by"]) or "—", what=did, how=self.deviations(data["deviation"]))

    def entry(self, entry: Entry) -> str:
        """Return one entry of the log."""
        data = entry.data
        words = {key: str(value) for key, value in data.items()}
        if entry.what == "line":
            state = self.t(f"line-{data['state']}")
            return self.t("entry-line", line=data["line"], state=state)
        if entry.what == "branched":
            return self.t("entry-branched", session=data["session"], at=self.clock(data["from_ms"]))
        if entry.what == "jumped":
            return self.t("entry-jumped", to=self.clock(data["to_ms"]))
        if entry.what == "played_by":
            who = self.t("by-people") if data["participant"] else self.t("by-plan")
            return self.t("entry-played-by", role=self.of(data["role"]), who=who)
        if entry.what == "wall":
            shows = self.t("known-by", who=self.of(data["role"])) if data["role"] else self.t("what-is-so")
            return self.t("entry-wall", what=shows)
        if entry.what == "joined":
            name = list_text(self.lang, [self.of(role) for role in data["plays"]]) or data["name"]
            return self.t("entry-joined", name=name, part=self.t(f"part-{data['part']}"))
        if entry.what == "invited":
            return self.t("entry-invited", name=data["name"], part=self.t(f"part-{data['part']}"))
        if entry.what == "stopped":
            return self.t("entry-stopped", how=self.t(f"ending-{data['how']}"), why=data["why"])
        if entry.what == "paused":
            known = f"session-why-{data['why']}"
            why = text(self.lang, known) if has(known) else data["why"]
            return self.t("entry-paused", why=why)
        name = f"entry-{entry.what}"
        return self.t(name, **words)


_OWN = re.compile(r"(\w+)\[([^\]]+)\](?:#\d+)?")
"""An act of somebody's own: `open[101]`."""
_KIND = {"in_automatic": "transfer", "proved_dead": "bus", "earthed": "bus", "earth_fault": "bus"}
"""Facts of their own, as conditions speak of them."""
_ABOUT = (
    "load", "source", "transfer", "function", "switch", "device", "step", "card", "permit", "store", "targets", "parts",
    "people",
)  # fmt: skip


def _kind(decision: Decision) -> str:
    return type(decision).__name__.lower()


def speech_of(case: Case, lang: Lang) -> Speech:
    """Return the words of a drill in a language."""
    return Speech(lang, case, names_of(case.dossier, lang))
