"""PLN-04, PLN-10, PLN-11 and the certificates: people, papers and things the plan counts on, held against a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.duty import clock, unmanned
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, absent, failed, not_applicable, over, unknown
from drillsim.schema import Genset, MobileGenset, Resource

CONTACT_DAYS = 90
"""A contact counts as tested for this long: practice, unverified."""


def two_people_reached(inputs: Inputs) -> Iterator[Result]:
    """PLN-04: two people for every role that acts, each reached by phone within 90 days, and two for every role that
    is told; at no hour does everything hang on one man who has to come in."""
    acts = acting(inputs)
    told = {tell.to for _, step, _ in inputs.steps() for tell in step.tells}
    due = [role for role in inputs.dossier.plan.actors if role in acts | told]
    found = [result for role in due for result in _role(inputs, role, acts=role in acts)]
    yield from over(len(due), found, inputs.about_plan, none="no-actor")


def acting(inputs: Inputs) -> set[str]:
    """Roles that do something, start a card or give a permit."""
    plan = inputs.dossier.plan
    by = {role for _, step, _ in inputs.steps() for role in (step.by.operator, step.by.supervisor) if role}
    return by | {card.activation.by for card in plan.all_cards()} | {each.from_ for each in plan.permits.values()}


def _role(inputs: Inputs, role: str, *, acts: bool) -> Iterator[Result]:
    held = dict.fromkeys(inputs.dossier.plan.actors[role].held_by)
    about = About(kind="role", id=role, file="plan.yaml", path=("actors", role))
    if len(held) < 2:
        yield failed(about, "people", role=role, people=listed(tuple(held)) or "-")
    elif acts:
        yield from _alone(inputs, role, tuple(held), about)
    for person in held if acts else ():
        known = inputs.dossier.customer.people.get(person)
        if known is None:
            continue
        where = About(kind="person", id=person, file="customer.yaml", path=("people", person))
        yield from _contact(inputs, known.last_contact_test, where, role)


def _alone(inputs: Inputs, role: str, held: tuple[str, ...], about: About) -> Iterator[Result]:
    """Yield the failures where, at some hours, nobody of the role is on duty and one alone of them comes when
    called."""
    since, comes = unmanned(inputs, role)
    if since is not None and len(comes) == 1:
        others = listed(tuple(name for name in held if name not in comes and name in inputs.dossier.customer.people))
        yield failed(about, "alone", role=role, person=comes[0], others=others, since=clock(since))


def _contact(inputs: Inputs, tested: dt.date | None, about: About, role: str) -> Iterator[Result]:
    if tested is None:
        missing = replace(about, path=(*about.path, "last_contact_test"))
        yield unknown(missing, "contact-test", role=role, person=about.id)
    elif inputs.as_of is None:
        yield unknown(about, "as-of", role=role, person=about.id)
    elif (inputs.as_of - tested).days > CONTACT_DAYS:
        days = (inputs.as_of - tested).days
        yield failed(about, "contact", role=role, person=about.id, date=tested.isoformat(), days=days)


def certificates_valid(inputs: Inputs) -> Iterator[Result]:
    """PLN-13: a role that needs a certificate has two holders whose certificate is valid on the day."""
    roles = [(name, actor) for name, actor in inputs.dossier.plan.actors.items() if actor.certificate]
    found = []
    for role, actor in roles:
        about = About(kind="role", id=role, file="plan.yaml", path=("actors", role, "certificate"))
        if inputs.as_of is None:
            found.append(unknown(about, "as-of", role=role))
            continue
        last = {person: _last_day(inputs, person, actor.certificate) for person in actor.held_by}
        none = tuple(person for person, until in last.items() if until is None)
        lapsed = tuple(person for person, until in last.items() if until is not None and until < inputs.as_of)
        told = {"role": role, "certificate": actor.certificate}
        found += [failed(about, "none", **told, people=listed(none))] if none else []
        found += [failed(about, **told, people=listed(lapsed))] if lapsed else []
    yield from over(len(roles), found, inputs.about_plan, none="no-certificate-due")


def _last_day(inputs: Inputs, person: str, kind: str) -> dt.date | None:
    """Until when the person's certificate of that kind runs; None where there is none."""
    known = inputs.dossier.customer.people.get(person)
    return max((each.until for each in known.certificates if each.kind == kind), default=None) if known else None


def paper_in_order(inputs: Inputs) -> Iterator[Result]:
    """PLN-10: version, dates and sign-offs of both sides; review not overdue."""
    plan, about = inputs.dossier.plan, inputs.about_plan
    found = []
    for name in ("effective", "next_review"):
        if getattr(plan, name) is None:
            found.append(failed(about, "date", field=name))
    signed = {each.side for each in plan.sign_offs}
    unsigned = [side for side in ("customer", "utility") if side not in signed and plan.status == "approved"]
    found += [failed(about, f"sign-off-{side}") for side in unsigned]
    if plan.next_review is not None:
        where = replace(about, path=("next_review",))
        if inputs.as_of is None:
            found.append(unknown(where, "as-of"))
        elif inputs.as_of > plan.next_review:
            found.append(failed(where, "overdue", date=plan.next_review.isoformat()))
    yield from over(1, found, about, none="")


def resources_placed(inputs: Inputs) -> Iterator[Result]:
    """PLN-11: what the plan counts on has a place, a quantity and an owner, its agreement still runs; and somebody
    brings fuel where sets burn it."""
    resources, site = inputs.dossier.plan.resources, inputs.dossier.site
    sets = [name for name, each in site.sources.items() if isinstance(each, Genset)]
    if not resources and not sets:
        yield not_applicable(inputs.about_plan, "no-resource")
        return
    found = []
    if sets and not any(each.kind == "fuel" or each.brings in site.stores for each in resources.values()):
        tanks = tuple(name for name, each in site.stores.items() if each.holds == "fuel")
        told = {"gensets": listed(tuple(sets)), "tanks": listed(tanks), "stated": "yes" if tanks else "no"}
        found.append(failed(replace(inputs.about_plan, path=("resources",)), "no-fuel", **told))
    for name, each in resources.items():
        about = About(kind="resource", id=name, file="plan.yaml", path=("resources", name))
        lacking = tuple(key for key in ("place", "quantity", "owner") if not getattr(each, key))
        if lacking:
            found.append(failed(about, "facts", resource=name, lacking=listed(lacking)))
        if each.agreement_until is None and _from_others(inputs, each):
            found.append(absent(about, "agreement_until"))
        elif each.agreement_until is not None:
            if inputs.as_of is None:
                found.append(unknown(about, "as-of", resource=name))
            elif each.agreement_until < inputs.as_of:
                found.append(failed(about, "expired", resource=name, date=each.agreement_until.isoformat()))
    yield from over(len(resources) or 1, found, inputs.about_plan, none="no-resource")


def _from_others(inputs: Inputs, resource: Resource) -> bool:
    """Return whether somebody else sends it: it is mobilised, or is fuel, a vehicle or a crew, and not one's own
    set."""
    brings = inputs.dossier.site.sources.get(resource.brings or "")
    own = isinstance(brings, MobileGenset) and brings.side == "customer"
    return not own and (resource.mobilise is not None or resource.kind in ("fuel", "mobile_genset", "vehicle", "crew"))
