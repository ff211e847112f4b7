"""What the bench prints: a table by code, every miss, the totals; and the same as one JSON document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from drillsim.findings import CODES
from planted import mutants, strangers
from planted.bench import Told
from planted.repair import FIRST, Repair

Say = Callable[[str], None]
ASKED = ("damaging", "repaired_first", "repaired_first_three")
"""Numbers told of mutants and of blind changes: that damage something protected, and that the review mends."""


@dataclass
class Row:
    """One code's line of the table."""

    places: int = 0
    found: int = 0
    alarms: int = 0
    """Sound twins that said the same at the same place."""
    dynamic: int = 0
    asked: int = 0
    repaired: int = 0


@dataclass
class Report:
    """The totals, the table and what has to be read one by one."""

    rows: dict[str, Row] = field(default_factory=dict)
    missed: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    """Sound plans and what is said of them, one line each."""
    unrepaired: list[str] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    most_others: int = 0

    def row(self, code: str) -> Row:
        """The line of a code."""
        return self.rows.setdefault(code, Row())

    def sound(self, name: str, grave: int, others: int, what: Sequence[str]) -> None:
        """A sound plan with what is said of it."""
        self.numbers["false_alarms_a"] += grave
        self.numbers["false_alarms_other"] += others
        self.numbers["sound_plans"] += 1
        self.numbers["sound_plans_over_two"] += others > 2
        self.most_others = max(self.most_others, others)
        if grave or others > 2:
            codes = Counter(words.split()[0] for words in what)
            told = ", ".join(f"{code} × {count}" if count > 1 else code for code, count in codes.items())
            self.alarms.append(f"{name}: {grave} of severity A, {others} others: {told}")

    def document(self) -> dict[str, Any]:
        """The totals as `--json` prints them."""
        counts = ("false_alarms_a", "false_alarms_other", "repaired_first", "repaired_first_three", "mutants",
                  "mutants_found", "pairs", "pairs_found", "dynamic", "repairs_asked", "sound_plans",
                  "sound_plans_over_two", "said_anyway", "refused", "mutants_neutral", "mutants_forged",
                  *(f"{kind}_{what}" for kind in ("mutants", "blind") for what in ASKED))  # fmt: skip
        rows = self.rows.values()
        head = {"planted": sum(row.places for row in rows), "found": sum(row.found for row in rows)}
        told = {name: self.numbers[name] for name in counts}
        lists = {"most_others": self.most_others, "unrepaired": self.unrepaired}
        return {**head, "missed": self.missed, **told, **lists}

    def lines(self) -> Iterator[str]:
        """The report as text."""
        if self.rows:
            yield "code  places  found  missed  false alarms  dynamic  repaired of asked"
            for code in sorted(self.rows, key=lambda each: [*CODES, each].index(each)):
                row = self.rows[code]
                yield (
                    f"{code:5} {row.places:6} {row.found:6} {row.places - row.found:7} {row.alarms:13} {row.dynamic:8}"
                    f" {row.repaired:8} of {row.asked}"
                )
        for miss in self.missed:
            said = ", ".join(miss["said"]) or "nothing new"
            yield f"MISS {miss['customer']}: {miss['code']} at {miss['at']} ({miss.get('what', '')}); said: {said}"
        yield from self.alarms and ["sound plans with severity A or more than two others:", *self.alarms]
        yield from self.unrepaired and ["damage none of the first three proposals repairs:", *self.unrepaired]
        yield from self.notes
        yield from self._totals()

    def _totals(self) -> Iterator[str]:
        told = self.document()
        if told["planted"]:
            yield f"planted {told['planted']}, found {told['found']} ({_share(told['found'], told['planted'])})"
        if self.numbers["sound_plans"]:
            yield (
                f"sound plans {self.numbers['sound_plans']}: {told['false_alarms_a']} of severity A,"
                f" {told['false_alarms_other']} others, {self.most_others} at most;"
                f" {self.numbers['sound_plans_over_two']} plans with more than two"
            )
        if self.numbers["repairs_asked"]:
            asked = self.numbers["repairs_asked"]
            yield (
                f"dynamic {self.numbers['dynamic']}; of {asked} asked the first proposal repairs"
                f" {told['repaired_first']} ({_share(told['repaired_first'], asked)}), one of the first {FIRST}"
                f" {told['repaired_first_three']} ({_share(told['repaired_first_three'], asked)})"
            )
        if told["pairs"]:
            both = told["pairs_found"]
            yield f"pairs {told['pairs']}, both found {both} ({_share(both, told['pairs'])})"
        if told["mutants"] or self.numbers["mutants_neutral"]:
            yield (
                f"mutants that matter {told['mutants']}, found {told['mutants_found']}"
                f" ({_share(told['mutants_found'], told['mutants'])}); neutral {self.numbers['mutants_neutral']},"
                f" with a new severity A {self.numbers['mutants_forged']}"
            )
        for kind, name in (("mutants", "mutants"), ("blind", "blind changes")):
            asked, first, three = (self.numbers[f"{kind}_{what}"] for what in ASKED)
            if asked:
                yield (
                    f"{name} that damage something protected {asked}: the first proposal repairs {first}"
                    f" ({_share(first, asked)}), one of the first {FIRST} {three} ({_share(three, asked)})"
                )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def of_bench(report: Report, told: Told) -> None:
    """The bench's own defects."""
    for each in told.outcomes:
        defect, row = each.defect, report.row(each.defect.code)
        if each.word == "said anyway":
            row.alarms += 1
            report.numbers["said_anyway"] += 1
            report.notes.append(f"no place: {defect.name}: the sound twin says it too ({defect.sound_situation.name})")
        elif each.word == "refused":
            report.numbers["refused"] += 1
            report.notes.append(f"no place: {defect.name}: {each.said[0][:200]}")
        else:
            row.places, row.found = row.places + 1, row.found + (each.word == "found")
            row.dynamic += bool(each.damaged)
            report.numbers["dynamic"] += bool(each.damaged)
            if each.word == "missed":
                report.missed.append(_miss(defect.customer, defect.code, defect.at, each.said,
                                           f"{defect.kind}: {defect.what}; {defect.situation.name}"))  # fmt: skip
    for sound in told.sounds:
        name = f"{sound.customer}, {sound.situation}"
        report.sound(name, len(sound.grave), len(sound.others), (*sound.grave, *sound.others))
    for pair, both in told.pairs:
        report.numbers["pairs"] += 1
        report.numbers["pairs_found"] += all(both)
        for defect, is_found in zip((pair.one, pair.other), both, strict=True):
            if not is_found:
                other = pair.other if defect is pair.one else pair.one
                report.notes.append(f"pair: {defect.name} is not found beside {other.code} {other.kind}: {other.what}")
    for defect, repair in told.repairs:
        _repair(report, f"{defect.name} ({defect.situation.name})", defect.code, repair.by, repair.proposals)


def _repair(report: Report, name: str, code: str, by: int | None, proposals: Sequence[str]) -> None:
    report.numbers["repairs_asked"] += 1
    report.numbers["repaired_first"] += by == 0
    report.numbers["repaired_first_three"] += by is not None
    row = report.row(code)
    row.asked, row.repaired = row.asked + 1, row.repaired + (by is not None)
    _unrepaired(report, name, by, proposals)


def _unrepaired(report: Report, name: str, by: int | None, proposals: Sequence[str]) -> None:
    if by is None:
        report.unrepaired.append(f"{name}: proposed {', '.join(proposals[:5]) or 'nothing with edits'}")


def _mended(report: Report, kind: str, name: str, repair: Repair) -> None:
    """A mutant or blind change that damages something, and what the review makes of it."""
    numbers = (True, repair.by == 0, repair.by is not None)
    report.numbers.update({f"{kind}_{what}": int(number) for what, number in zip(ASKED, numbers, strict=True)})
    _unrepaired(report, name, repair.by, repair.proposals)


def _miss(customer: str, code: str, at: Sequence[str], said: Sequence[str], what: str) -> dict[str, Any]:
    return {"customer": customer, "code": code, "at": ", ".join(at[:6]), "said": list(said[:12]), "what": what}


def of_plans(report: Report, plans: list[strangers.StrangersPlan], say: Say) -> None:
    """A stranger's plans."""
    for plan in plans:
        say(plan.name)
        told = strangers.judged(plan)
        for expected in plan.expect:
            report.row(expected.code).places += 1
        lost = [expected for expected, _ in told.missed]
        for expected in plan.expect:
            report.row(expected.code).found += expected not in lost
        for expected, said in told.missed:
            report.missed.append(_miss(plan.name, expected.code, expected.at, said, plan.scenario.id))
        if plan.is_sound or plan.twin is not None:
            report.sound(plan.name, *told.alarms, told.sound_says)
        if told.damaged:
            report.numbers["dynamic"] += 1
            _repair(report, plan.name, plan.expect[0].code, told.repair.by, told.repair.proposals)
        if len(plan.expect) == 2:
            report.numbers["pairs"] += 1
            report.numbers["pairs_found"] += not lost


def of_blind(report: Report, told: list[tuple[str, Repair]]) -> None:
    """Blind changes that damage something, by name."""
    for name, repair in told:
        _mended(report, "blind", name, repair)


def of_mutants(
    report: Report, given: list[mutants.Mutant], say: Say, *, alone: bool = False, scenarios: int | None = None
) -> None:
    """A stranger's mutants."""
    for mutant in given:
        say(mutant.id)
        told = mutants.judged(mutant)
        if not mutant.matters:
            report.numbers["mutants_neutral"] += 1
            report.numbers["mutants_forged"] += bool(told.grave)
            report.numbers["false_alarms_a"] += len(told.grave)
            report.notes += [f"mutant {mutant.id} spoils nothing, and is said: {', '.join(told.grave)}"] * bool(
                told.grave
            )
            continue
        report.numbers["mutants"] += 1
        report.numbers["mutants_found"] += told.found
        if not told.found:
            what = f"mutant {mutant.id} of {mutant.where}"
            report.missed.append(_miss(mutant.customer.name, "mutant", mutant.damages, told.said, what))
        mended = mutants.repaired(mutant, alone=alone, scenarios=scenarios)
        if mended is not None:
            _mended(report, "mutants", f"mutant {mutant.id} of {mutant.where} ({mended[0].scenario})", mended[1])
