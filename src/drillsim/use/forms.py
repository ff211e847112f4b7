"""The papers a meeting signs, written from what a folder holds: a run, a drill, a search, or a customer's own plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.documents.drill_forms import DRILL_KINDS, USUAL, DrillKind, drill_forms
from drillsim.documents.extract import COPIES, Copy, Recipient, marked_for, masked
from drillsim.documents.forms import KINDS, Kind, forms
from drillsim.documents.plan_text import Versions, changed_copy, clean_copy, contact_list, wall_card, wall_cards
from drillsim.documents.render import Document, Format, is_word_file, render
from drillsim.documents.revise_report import REVISE_JSON, read_search
from drillsim.documents.run_folder import RecordedRun, read_run_folder
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import assumed_figures, kept_name, load_customer, write_bytes
from drillsim.schema import Compiled
from drillsim.texts import Lang
from drillsim.use.drill_folder import RecordedDrill, is_drill, read_drill
from drillsim.use.plan_versions import of_folder, of_run, of_search

FOLDER = "documents"
CARD, CONTACTS, PLAN_KINDS = "wall-card", "contacts", ("plan", "plan-changes")
OF_RUN = (*KINDS, *PLAN_KINDS)
OF_PLAN = (*PLAN_KINDS, "wall-cards")
ALL_KINDS = tuple(dict.fromkeys((*OF_RUN, *DRILL_KINDS, CONTACTS, CARD)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The papers somebody asks for."""

    kinds: tuple[str, ...] = ()
    """Kinds; none for all that are usual."""
    formats: tuple[Format, ...] = ("docx",)
    speak: Callable[[Lang | None], Lang]
    """Gives the language, from that of the customer's own file."""
    template: Path | None = None
    recipient: Recipient | None = None
    """Whose copy it is; None for a whole one."""
    full_contacts: bool = False
    """True where telephone numbers are not masked."""
    out: Path = field(default_factory=lambda: Path("reports"))
    """Folder below which the papers of a plan stand that no run was asked about."""


def papers_of(path: Path, asked: Asked) -> tuple[Lang, tuple[Path, ...]]:
    """Write the papers of one folder, every file made before the first is written; return language and paths.

    Raises: InvalidInput where a kind is none of the folder's, nothing of what is asked for goes to the recipient, the
    template is no Word file, or the machine has nothing to print a PDF with; JournalUnreadable.
    """
    made, place, dossier = _made(path, asked)
    classification = dossier.customer.classification
    if asked.recipient == "outside" and classification:
        told = facts(classification=classification)
        raise InvalidInput([Problem(file=path.as_posix(), code="papers-classified", facts=told)])
    copies = [marked_for(each, classification, asked.recipient) for each in made]
    if not asked.full_contacts:
        copies = [masked(each) for each in copies]
    lang = asked.speak(dossier.customer.language)
    return lang, write_documents(place, copies, asked.formats, asked.template, asked.recipient)


def _made(path: Path, asked: Asked) -> tuple[list[Document], Path, Compiled]:
    """Return the papers of a folder, the folder they are written below, and the customer they are about."""
    copy = COPIES[asked.recipient] if asked.recipient else Copy()
    if is_drill(path):
        drill = read_drill(path)
        kinds = _kinds(path, asked, copy, DRILL_KINDS, USUAL)
        own: tuple[DrillKind, ...] = tuple(each for each in DRILL_KINDS if each in kinds)
        lang = asked.speak(drill.case.dossier.customer.language)
        return drill_papers(drill, own, lang, copy), drill.path, drill.case.dossier
    if (search := read_search(path)) is not None:
        kinds = _kinds(path, asked, copy, (*OF_PLAN, CARD), OF_PLAN)
        customer = load_customer(search.path / "inputs").dossier.customer
        versions = of_search(search, lang := asked.speak(customer.language))
        return _of_plan(versions, versions.new, kinds, lang, copy), search.path, versions.new
    if is_customer(path):
        kinds = _kinds(path, asked, copy, (*OF_PLAN, CONTACTS, CARD), OF_PLAN)
        folder = load_customer(path)
        versions = of_folder(path, lang := asked.speak(folder.dossier.customer.language))
        place = asked.out / folder.results / f"plan-{kept_name(folder.dossier.plan.version)}"
        made = _of_plan(versions, folder.dossier, kinds, lang, copy)
        if CONTACTS in kinds:
            made.append(contact_list(folder.dossier, folder.contacts, lang, copy.sides))
        return made, place, folder.dossier
    run = read_run_folder(path)
    kinds = _kinds(path, asked, copy, (*OF_RUN, CARD), OF_RUN)
    lang = asked.speak(run.case.dossier.customer.language)
    return run_papers(run, kinds, lang, copy), run.path, run.case.dossier


def is_customer(path: Path) -> bool:
    """Return whether a folder is a customer's own."""
    return (path / "plan.yaml").is_file() and (path / "customer.yaml").is_file()


def is_search(path: Path) -> bool:
    """Return whether a search for the smallest set of changes was recorded in a folder."""
    return (path / REVISE_JSON).is_file()


def _kinds(path: Path, asked: Asked, copy: Copy, known: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds to write, in their usual order. Raises: InvalidInput where none is left."""
    wanted = asked.kinds or (known if asked.recipient == "outside" else usual)
    found = tuple(each for each in known if each in wanted)
    if not found:
        told = facts(kinds=", ".join(asked.kinds), known=", ".join(each for each in known if each != CARD))
        raise InvalidInput([Problem(file=path.as_posix(), code="papers-of-another-folder", facts=told)])
    allowed = tuple(each for each in found if copy.kinds is None or each in copy.kinds)
    if not allowed:
        names = [each for each in known if copy.kinds is None or each in copy.kinds]
        told = facts(recipient=asked.recipient or "", known=", ".join(names) or "none", kinds=", ".join(found))
        raise InvalidInput([Problem(file=path.as_posix(), code="papers-not-for", facts=told)])
    return allowed


def run_papers(run: RecordedRun, kinds: Sequence[str], lang: Lang, copy: Copy = COPIES["meeting"]) -> list[Document]:
    """The papers of a run, in the order of `kinds`."""
    assumed = assumed_figures(load_customer(run.path / "inputs"))
    own: tuple[Kind, ...] = tuple(each for each in KINDS if each in kinds)
    made = forms(run.document, run.case, run.journal, assumed, lang, own, copy.sides)
    rest = [each for each in kinds if each not in own]
    return [*made, *(_of_plan(of_run(run, lang), run.case.dossier, rest, lang, copy) if rest else [])]


def drill_papers(
    drill: RecordedDrill, kinds: Sequence[DrillKind], lang: Lang, copy: Copy = COPIES["meeting"]
) -> list[Document]:
    """The papers of a drill, ended or not, in the order of `kinds`."""
    assumed = assumed_figures(load_customer(drill.path / "inputs"))
    judged = drill.aftermath.judged(drill.entries)
    document = drill.aftermath.document(drill.entries)
    return drill_forms(document, drill.case, judged.view.journal, assumed, lang, tuple(kinds), copy.sides)


def _of_plan(versions: Versions, in_force: Compiled, kinds: Sequence[str], lang: Lang, copy: Copy) -> list[Document]:
    """Return the papers of a plan. Cards for the wall are those of the plan as it is: a draft hangs on no wall."""
    found: list[Document] = []
    if "plan" in kinds:
        found.append(clean_copy(versions))
    if "plan-changes" in kinds:
        found.append(changed_copy(versions))
    if "wall-cards" in kinds:
        found.append(wall_cards(in_force, lang, copy.sides))
    if CARD in kinds:
        found += [wall_card(in_force, lang, each) for each in in_force.plan.cards if each.side in copy.sides]
    return found


def write_documents(
    folder: Path,
    documents: Sequence[Document],
    formats: Sequence[Format],
    template: Path | None = None,
    recipient: Recipient | None = None,
) -> tuple[Path, ...]:
    """Write each document in each format below `documents/` of a folder; return their paths.

    Every file is made before the first is written. Raises: InvalidInput where the template is no Word file, or the
    machine has nothing to print a PDF with.
    """
    own = _template(template)
    of = f".{recipient}" if recipient else ""
    made = {
        f"{each.kind}{of}.{each.lang}.{form}": render(each, form, own if form == "docx" else None, str(template))
        for each in documents
        for form in formats
    }
    for name, data in made.items():
        write_bytes(folder / FOLDER / name, data)
    return tuple(folder / FOLDER / name for name in made)


def _template(path: Path | None) -> bytes | None:
    """Return the company's own file. Raises: InvalidInput where it cannot be read, or is no Word file."""
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        raise InvalidInput([Problem(file=path.as_posix(), code="template-unreadable")]) from None
    if not is_word_file(data):
        raise InvalidInput([Problem(file=path.as_posix(), code="template-no-word")])
    return data
