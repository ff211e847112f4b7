"""The things pressed on the page of the hot wash. Whatever a form holds is a stranger's word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from drillsim.documents.drill_report import DrillDocument, ImprovementRow
from drillsim.errors import InvalidInput
from drillsim.findings import CODES, ITS_OWN
from drillsim.schema import kinds
from drillsim.session import holder
from drillsim.session.after import GRADES, ROW_STATES
from drillsim.texts import problem_line
from drillsim.units import MS_PER
from drillsim.web.after import SECTIONS, SIDES, After
from drillsim.web.pressed import Answer, Pressed

SHORT, LONG = 200, 2000


def _h(p: Pressed, status: int, name: str, *, entry: int = 0, reload: bool = False, **facts: object) -> Answer:
    return Answer(status, p.speech.h(name, **facts), reload, entry)


def _document(p: Pressed) -> tuple[After, DrillDocument]:
    """Return the hot wash. Raises: ValueError as long as there is none."""
    after = p.after
    document = after.document() if after is not None else None
    if after is None or document is None:
        raise ValueError("no hot wash")
    return after, document


# -- the improvement list ----------------------------------------------------------------------------------------------
def _row(p: Pressed) -> Answer:
    """Keep one row; a new one has an empty id."""
    _, document = _document(p)
    name = p.form.get("row", "")
    before = next((each for each in document.improvements if each.row == name), None)
    if name and before is None:
        raise KeyError(name)
    if before is not None and int(p.form.get("seen", "0")) != before.entry:
        return _h(p, 409, "row-stale")
    row = _told(p, before, name or f"r-{len(p.session.log.entries) + 1}")
    wrong = _wrong(p, row)
    if wrong is not None:
        return wrong
    entry = p.session.keep_row(row, p.by, p.reading)
    return _h(p, 200, "row-saved", entry=entry.number, reload=before is None)


def _told(p: Pressed, before: ImprovementRow | None, name: str) -> dict[str, object]:
    """Return the fields of a row: what was filled in, else what stood there."""
    was = before.model_dump() if before is not None else {}
    if not isinstance(was.get("problem"), str):  # the words of the weak point stand
        was["problem"] = ""

    def words(field: str, most: int = SHORT) -> str:
        return p.form.get(field, str(was.get(field, ""))).strip()[:most]

    status = words("status") or "open"
    if (
        before is not None
        and before.status == "proposed"
        and status == "proposed"
        and (words("person") or words("due"))
    ):
        status = "open"  # somebody answers for it: it is taken up
    return {
        "row": name, "code": words("code").upper(), "subject": words("subject"), "problem": words("problem", LONG),
        "clause": words("clause"), "at_ms": was.get("at_ms"), "severity": words("severity"),
        "measure": words("measure", LONG), "side": words("side"), "person": words("person"), "due": words("due"),
        "status": status, "reason": words("reason", LONG),
    }  # fmt: skip


def _wrong(p: Pressed, row: Mapping[str, object]) -> Answer | None:
    """Return what is wrong with a row; None where nothing is."""
    code, subject, due = str(row["code"]), str(row["subject"]), str(row["due"])
    if row["status"] not in ROW_STATES or row["side"] not in SIDES or row["severity"] not in ("", "A", "B", "C"):
        raise ValueError(row["status"])
    if code and (code not in CODES or code == ITS_OWN):
        return _h(p, 400, "row-code", value=code)
    if code and not _knows(p, subject):
        return _h(p, 400, "row-subject", value=subject)
    if not code and not row["problem"]:
        return _h(p, 400, "row-problem")
    if due and not _is_day(due):
        return _h(p, 400, "row-date", value=due)
    if row["status"] in ("rejected", "struck") and not row["reason"]:
        return _h(p, 400, "row-reason")
    return None


def _knows(p: Pressed, subject: str) -> bool:
    dossier = p.session.drill.case.dossier
    plain = subject.partition("[")[0].partition("#")[0]
    inside = subject.partition("[")[2].rpartition("]")[0]
    return bool({subject, plain, inside} & {*kinds(dossier), dossier.plan.id} - {""})


def _is_day(words: str) -> bool:
    try:
        return dt.date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _take_over(p: Pressed) -> Answer:
    """Write the rows that were decided into the customer's register."""
    after, _ = _document(p)
    p.session.may(p.by, "lead")
    if after.plan_dir is None:
        return _h(p, 409, "no-folder")
    try:
        found = after.take_over()
    except InvalidInput as error:
        return Answer(409, " ".join(problem_line(p.speech.lang, each) for each in error.problems))
    except OSError as error:  # the customer's folder cannot be written; the drill's record can
        return Answer(409, str(error.strerror or error))
    assert found is not None
    if not found.numbers:
        return _h(p, 200, "none-to-take")
    p.session.taken_over(found.numbers, p.by, p.reading)
    counted = {"added": len(found.added), "back": len(found.back), "known": len(found.known), "left": len(found.left)}
    return _h(p, 200, "taken-over", file=found.file, reload=True, **counted)


# -- grades ------------------------------------------------------------------------------------------------------------
def _grade(p: Pressed) -> Answer:
    """Grade a step, an objective, or the drill; a grade that differs from the proposal says why."""
    _, document = _document(p)
    kind, item, grade = p.form["kind"], p.form["item"], p.form["grade"]
    rows = [document.whole, *document.grades]
    row = next((each for each in rows if (each.kind, each.id) == (kind, item)), None)
    if row is None or grade not in GRADES:
        raise KeyError(item)
    reason = p.form.get("reason", "").strip()[:LONG]
    if row.proposed is not None and grade != row.proposed and not reason:
        return _h(p, 400, "grade-reason")
    if kind == "step":
        p.session.rate(item, grade, reason, p.by, p.reading)
    else:
        if p.session.ending != "completed":
            return _h(p, 409, "not-completed")
        p.session.grade(item, grade, reason, p.by, p.reading)
    return _h(p, 200, "graded")


def _sign(p: Pressed) -> Answer:
    name = p.form["name"].strip()[:SHORT]
    if not name:
        raise ValueError(name)
    p.session.sign(name, p.by, p.reading)
    return _h(p, 200, "signed-now")


# -- the record --------------------------------------------------------------------------------------------------------
def _correct(p: Pressed) -> Answer:
    """A step was done at another time, or by another role."""
    step, at, role = p.form["step"].strip(), p.form.get("at", "").strip(), p.form.get("role", "").strip()
    at_ms = _scenario_ms(at) if at else None
    run = p.session.drill.run
    if (at and at_ms is None) or (at_ms is not None and not run.journal().start_ms <= at_ms <= p.session.drill.now):
        return _h(p, 400, "correct-time", value=at)
    if step not in {e.data["step"] for e in run.journal().of("step_begins", "step_ends")}:
        return _h(p, 400, "correct-no-step", value=step)
    who = (holder(p.session, role) or "") if role else ""
    if role and not who:
        return _h(p, 400, "correct-nobody", value=p.speech.of(role))
    if at_ms is None and not who:
        return _h(p, 400, "correct-time", value=at)
    p.session.correct(step, at_ms, who, p.form.get("why", "").strip()[:LONG], p.by, p.reading)
    return _h(p, 200, "corrected")


def _complete(p: Pressed) -> Answer:
    """Words that were keyed get their time, their role and their step."""
    entry, role, step = int(p.form["entry"]), p.form.get("role", ""), p.form.get("step", "").strip()
    keyed = next((e for e in p.session.log.entries if e.number == entry and e.what == "keyed"), None)
    if keyed is None:
        raise KeyError(entry)
    at = p.form.get("at", "").strip()
    at_ms = _scenario_ms(at) if at else int(keyed.data["time_ms"])
    if at_ms is None or not p.session.drill.run.journal().start_ms <= at_ms <= p.session.drill.now:
        return _h(p, 400, "correct-time", value=at)
    p.session.complete(entry, at_ms, role, step, p.by, p.reading)
    return _h(p, 200, "corrected")


def _take_back(p: Pressed) -> Answer:
    p.session.take_back(int(p.form["entry"]), p.form.get("why", "").strip()[:LONG], p.by, p.reading)
    return _h(p, 200, "taken-back", reload=True)


def _photo(p: Pressed) -> Answer:
    file = p.form["file"].strip()[:SHORT]
    if not file or any(each in file for each in "/\\"):
        raise ValueError(file)
    p.session.photo(file, p.form.get("text", "").strip()[:LONG], p.by, p.reading)
    return p.done("kept")


def _shows(p: Pressed) -> Answer:
    section = p.form["section"]
    if section and section not in SECTIONS:
        raise KeyError(section)
    p.session.show(section, p.by, p.reading)
    return p.done()


def _scenario_ms(words: str) -> int | None:
    """Return a time after T0 in minutes, `12.5`, or as a clock, `12:30` and `1:02:03`; None for what is none, ms."""
    plain = words.upper().removeprefix("T+").replace("：", ":").replace("，", ".")
    try:
        if ":" not in plain:
            return round(float(plain) * MS_PER["min"])
        parts = [int(each) for each in plain.split(":")]
    except (ValueError, OverflowError):
        return None
    if len(parts) > 3 or any(each < 0 for each in parts) or any(each > 59 for each in parts[1:]):
        return None
    seconds = 0
    for each in parts if len(parts) == 3 else [0, *parts]:
        seconds = seconds * 60 + each
    return seconds * MS_PER["s"]


AFTER: Mapping[str, Callable[[Pressed], Answer]] = {
    "row": _row, "take-over": _take_over, "grade": _grade, "sign": _sign, "correct": _correct, "complete": _complete,
    "take-back": _take_back, "photo": _photo, "shows": _shows,
}  # fmt: skip
