"""Failures, cases and failure sets in words: what planners read is names of things, with the id where one has none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from drillsim.documents.figure_words import often_text, share_text
from drillsim.documents.names import Names, names_of
from drillsim.documents.pictures.measure import shortened
from drillsim.schema import LATE_MS, Compiled, kinds
from drillsim.texts import Lang, duration_text, has, list_text, text

MOST_NAMED = 3
"""Broken limits a sentence names; the others it counts."""
_STATES = ("person_absent", "store_empty", "dc_lost", "resource_unavailable", "channel_lost")
"""Faults that are there beforehand, while something else fails."""
STEP_EM = 26.0
"""A step's text in a sentence is cut behind so many em."""


@dataclass(frozen=True, slots=True)
class Things:
    """The customer's things in one language."""

    dossier: Compiled
    names: Names
    kinds: Mapping[str, str]
    late_ms: int = LATE_MS
    """By how much a step is late that is late."""

    @property
    def lang(self) -> Lang:
        return self.names.lang

    def words(self, message_id: str, /, **facts: object) -> str:
        """A text of the campaign's report (`report-campaign-…`)."""
        return text(self.lang, f"report-campaign-{message_id}", **facts)

    def called(self, name: str) -> str:
        """Its name; kind and id where it has none, and a step's id before its text."""
        kind, named = self.kinds.get(name, ""), self.names.of(name)
        if kind == "step":
            return self.words("step", id=name, what=shortened(named.rstrip("。. "), STEP_EM))
        if kind == "card":
            return named if name in named else f"{name} {named}"
        if named != name or not has(f"report-campaign-kind-{kind.replace('_', '-')}"):
            return named
        return self.words(f"kind-{kind.replace('_', '-')}", id=name)


def things_of(dossier: Compiled, lang: Lang, late_ms: int = LATE_MS) -> Things:
    """Words in `lang` for everything in `dossier`."""
    return Things(dossier, names_of(dossier, lang), kinds(dossier), late_ms)


@dataclass(frozen=True, slots=True)
class Play:
    """The number of times a case is played: draws of luck at each hour."""

    draws: int
    hours: int

    @property
    def runs(self) -> int:
        return self.draws * self.hours


def failure_text(things: Things, failure: str) -> str:
    """Return the failure as a clause: `transformer T1 has a short circuit`."""
    target, _, fault = failure.rpartition(":")
    message = f"fault-{fault.replace('_', '-')}"
    if not target or not has(f"report-campaign-{message}"):
        return failure
    late = duration_text(things.lang, things.late_ms)
    return closed_up(things.words(message, what=things.called(target), late=late))


def closed_up(words: str) -> str:
    """No space between two Chinese words; the catalogue has one for names that end in Latin letters."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef”]) (?=[\u3000-\u9fff])", "", words)


def failures_text(things: Things, members: Sequence[str], hours: Sequence[str] = ()) -> str:
    """Failures at once as one clause: what fails, at which hours where they are given, while what is so before."""
    before = [each for each in members if each.rpartition(":")[2] in _STATES]
    first = [each for each in members if each not in before] or before
    what = _joined(things, first, hours)
    return things.words("while", what=what, before=_joined(things, before)) if before and first != before else what


def _joined(things: Things, members: Sequence[str], hours: Sequence[str] = ()) -> str:
    """The hours stand with the first of them, which is what begins it all."""
    words = [failure_text(things, each) for each in members] or [things.words("nothing")]
    if hours:
        words[0] = things.words("at-hours", what=words[0], hours=list_text(things.lang, list(hours)))
    if len(words) == 1:
        return words[0]
    return things.words("and", first=things.words("comma").join(words[:-1]), last=words[-1])


def case_text(things: Things, case: str, titles: Mapping[str, str]) -> str:
    """A case (`T1:short_circuit+100:fails_to_operate@night#7`): what fails, or the scenario's title, and the hour."""
    whole, _, draw = case.partition("#") if re.search(r"#\d+$", case) else (case, "", "")
    base, _, hour = whole.rpartition("@")
    what = titles.get(base) or _case_base(things, base)
    if not hour:
        return what
    said = things.words("case", what=what, hour=hour_text(things, hour))
    return said + (things.words("case-draw", draw=draw) if draw else "")  # the draw counts from 0, as journals do


def _case_base(things: Things, base: str) -> str:
    return things.words("nothing") if base == "nothing" else failures_text(things, base.split("+"))


def hour_text(things: Things, hour: str) -> str:
    """The name of an hour."""
    return things.words(f"hour-{hour}") if has(f"report-campaign-hour-{hour}") else hour


def row_text(things: Things, row: str, titles: Mapping[str, str]) -> str:
    """A row of the coverage: a group of failures, or a scenario."""
    return things.words(f"group-{row}") if has(f"report-campaign-group-{row}") else titles.get(row, row)


def cause_text(things: Things, cause: str) -> str:
    """A cause of the ledger: a failure, a thing, or a kind of cause with what it is about (`wait:S10`)."""
    kind, _, about = cause.partition(":")
    message = f"cause-{kind.replace('_', '-')}"
    if has(f"report-campaign-{message}"):
        return things.words(message, what=list_text(things.lang, [things.called(each) for each in about.split(":")]))
    return failure_text(things, cause) if about else things.called(cause)


class Broken(Protocol):
    """A failure set, of the result or of the document."""

    @property
    def members(self) -> Sequence[str]: ...
    @property
    def breaks(self) -> Sequence[str]: ...
    @property
    def probability(self) -> float: ...
    @property
    def per_year(self) -> float | None: ...
    @property
    def shares(self) -> Sequence[float]: ...
    @property
    def assumed(self) -> bool: ...
    @property
    def hours(self) -> Sequence[str]: ...


def set_sentence(things: Things, found: Broken, play: Play) -> str:
    """Return the set as a sentence: when what fails, who is without for longer than allowed, how surely, how often a
    limit is missed so. If some are missed more surely than others, each has its own share."""
    shares = [_share(things, each, play) for each in found.shares]
    told = {"members": _when(things, found, play), "often": _often(things, found)}
    if len(set(shares)) > 1:
        return things.words("set-each", **told, broken=broken_text(things, found.breaks, shares))
    share = shares[0] if shares else _share(things, found.probability, play)
    return things.words("set", **told, broken=broken_text(things, found.breaks), share=share)


def alike_sentence(things: Things, found: Broken, play: Play) -> str:
    """A set of which it was said before whose limits it breaks: when what fails, how surely, how often."""
    shares = {_share(things, each, play) for each in found.shares}
    return things.words(
        "set-alike-some" if len(shares) > 1 else "set-alike",
        members=_when(things, found, play),
        share=_share(things, found.probability, play),
        often=_often(things, found),
    )


def _when(things: Things, found: Broken, play: Play) -> str:
    at = [hour_text(things, each) for each in found.hours] if len(found.hours) < play.hours else []
    return failures_text(things, found.members, at)


def broken_text(things: Things, breaks: Sequence[str], shares: Sequence[str] = ()) -> str:
    """Return the missed limits, as a clause; with each its own share where shares are given."""
    if len(breaks) == 1:
        return _one_broken(things, breaks[0])
    shown = [limited_text(things, each) for each in breaks[:MOST_NAMED]]
    if shares:
        shown = [
            things.words("limited-share", name=each, share=share) for each, share in zip(shown, shares, strict=False)
        ]
    more = len(breaks) - len(shown)
    return things.words("broken-many", list=list_text(things.lang, shown), more=more, n=len(breaks))


def _one_broken(things: Things, name: str) -> str:
    limit = _limit_ms(things.dossier, name)
    kind = "function" if name in things.dossier.site.functions else "load"
    if limit is None:
        return things.words("broken-harm", name=things.called(name))
    return things.words(f"broken-{kind}", name=things.called(name), limit=duration_text(things.lang, limit))


def limited_text(things: Things, name: str) -> str:
    """A load or function with its limit behind it."""
    limit = _limit_ms(things.dossier, name)
    if limit is None:
        return things.called(name)
    return things.words("limited", name=things.called(name), limit=duration_text(things.lang, limit))


def _limit_ms(dossier: Compiled, name: str) -> int | None:
    spec = dossier.site.functions.get(name) or dossier.site.loads.get(name)
    return spec.max_interruption if spec else None


def _share(things: Things, share: float, play: Play) -> str:
    """`in 18 of 20 draws` where that is what it is, else a chance."""
    count = round(share * play.runs)
    if not play.runs or abs(share * play.runs - count) > 1e-6:
        return things.words("share-chance", share=share_text(share))
    return things.words("share-all" if count == play.runs else "share-runs", n=count, all=play.runs)


def _often(things: Things, found: Broken) -> str:
    if found.per_year is None:
        return things.words("often-unknown")
    often = things.words("often-set", often=often_text(things.lang, found.per_year))
    return things.words("often-assumed", often=often) if found.assumed else often
