"""PLN-05 and PLN-12: names and words. The words people read must name the device that is meant, and must not be
vague."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over, unknown
from drillsim.schema import Step, kinds

_NUMBERS = r"(\d{3,4}(?:\s*(?:、|,|,|和|及|与|and)\s*\d{3,4})*)"
_SWITCH_WORD = r"(?:开关|断路器|刀闸|隔离|负荷开关|联络|breakers?|switch(?:es)?|isolators?)"
_NAMED = re.compile(rf"{_NUMBERS}\s*{_SWITCH_WORD}|{_SWITCH_WORD}\s+{_NUMBERS}", re.IGNORECASE)
"""Numbers that stand before or after a word for a switching device."""

VAGUE_ZH = (
    "立即",
    "立刻",
    "马上",
    "尽快",
    "尽早",
    "及时",
    "迅速",
    "随时",
    "适时",
    "抓紧",
    "第一时间",
    "视情况",
    "酌情",
    "必要时",
)
VAGUE_EN = (
    "immediately", "at once", "as soon as possible", "asap", "promptly", "quickly", "without delay", "in time",
    "in due course", "when appropriate", "if necessary", "where necessary",
)  # fmt: skip
"""Words that promise a time or a judgement without giving it. Practice, unverified."""

_VAGUE_EN = re.compile(rf"\b(?:{'|'.join(VAGUE_EN)})\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9_.-])[A-Z]{2,6}(?![A-Za-z0-9_.-])")
_COMMON = frozenset(
    [
        "UPS",
        "ATS",
        "EPS",
        "BZT",
        "STS",
        "SCADA",
        "DC",
        "AC",
        "HV",
        "LV",
        "MV",
        "ICU",
        "OK",
        "PPE",
        "GPS",
        "HVAC",
        "IT",
        "BMS",
        "VT",
        "CT",
        "KV",
        "KW",
        "MW",
        "CB",
    ]
)
"""Abbreviations a plan may use unexplained."""


def names_fit_network(inputs: Inputs) -> Iterator[Result]:
    """PLN-05: every device in a step's wording is in the network, is the one operated, and carries its number."""
    switches = set(inputs.wiring.net.switch_index)
    steps = [(step, about) for _, step, about in inputs.steps() if step.text.zh or step.text.en]
    found = [result for step, about in steps for result in _wording(inputs, step, about, switches)]
    yield from over(len(steps), [*found, *_labels(inputs, switches)], inputs.about_plan, none="no-step")


def _wording(inputs: Inputs, step: Step, about: About, switches: set[str]) -> Iterator[Result]:
    words = f"{step.text.zh}\n{step.text.en}"
    named = dict.fromkeys(number for found in _NAMED.finditer(words) for number in re.findall(r"\d{3,4}", found[0]))
    strange = tuple(number for number in named if number not in switches)
    if strange:
        yield failed(about, "strange", step=step.id, numbers=listed(strange))
    if step.do not in ("open", "close"):
        return
    meant = {*step.target, *_mentioned(step)}
    other = tuple(number for number in named if number in switches and number not in meant)
    if other:
        yield failed(about, "other", step=step.id, numbers=listed(other), targets=listed(step.target))
    silent = tuple(target for target in step.target if not _is_named(inputs, target, words))
    if silent and step.for_each is None:  # a step for sixty substations speaks of them together
        yield failed(about, "silent", step=step.id, targets=listed(silent))


def _mentioned(step: Step) -> set[str]:
    conditions = [*step.conditions(), *((step.success_check,) if step.success_check else ())]
    return {name for condition in conditions for leaf in condition.leaves() for name in leaf.subjects}


def _is_named(inputs: Inputs, target: str, words: str) -> bool:
    device = inputs.dossier.site.devices.get(target)
    labels = (device.label.zh, device.label.en) if device else ()
    return target in words or any(label and label in words for label in labels)


def _labels(inputs: Inputs, switches: set[str]) -> Iterator[Result]:
    """Labels of the devices the plan operates: name and number (双重编号)."""
    operated = dict.fromkeys(n for _, step, _ in inputs.steps() for n in step.target if n in switches)
    for name in operated:
        device = inputs.dossier.site.devices.get(name)
        about = About(kind="device", id=name, file="site.yaml", path=("devices", name) if device else ("devices",))
        if device is None or not (device.label.zh or device.label.en):
            yield unknown(replace(about, path=("devices", name, "label")), "label", device=name)
        elif name not in device.label.zh + device.label.en:
            yield failed(about, "label", device=name, label=device.label.zh or device.label.en)


def no_vague_words(inputs: Inputs) -> Iterator[Result]:
    """PLN-12: no word that promises haste without a time limit, no abbreviation nobody explained."""
    known = _known_words(inputs)
    found, count = [], 0
    for _, step, about in inputs.steps():
        count += 1
        vague = _vague(step)
        if vague and step.within is None:
            found.append(failed(about, "vague", step=step.id, words=listed(vague)))
        odd = tuple(
            dict.fromkeys(w for w in _ABBREVIATION.findall(step.text.zh + " " + step.text.en) if w not in known)
        )
        if odd:
            found.append(failed(about, "abbreviation", step=step.id, words=listed(odd)))
    yield from over(count, found, inputs.about_plan, none="no-step")


def _vague(step: Step) -> tuple[str, ...]:
    zh = [word for word in VAGUE_ZH if word in step.text.zh]
    en = [found.lower() for found in _VAGUE_EN.findall(step.text.en)]
    return tuple(dict.fromkeys([*zh, *en]))


def _known_words(inputs: Inputs) -> set[str]:
    """Abbreviations that are common or stand in an id or a name of the files."""
    site, customer, plan = inputs.dossier.site, inputs.dossier.customer, inputs.dossier.plan
    names = [
        customer.name,
        *(each.name for each in customer.people.values()),
        *(each.name for each in plan.actors.values()),
    ]
    for table in (site.loads, site.functions, site.zones, site.places, site.observations, site.channels):
        names += [each.name for each in table.values()]
    names += [each.label for each in site.devices.values()]
    texts = [*(text for name in names for text in (name.zh, name.en)), *plan.scope]
    ids = [part.upper() for name in kinds(inputs.dossier) for part in re.split(r"[-_.]", name)]
    return {*_COMMON, *ids, *(word for text in texts for word in _ABBREVIATION.findall(text))}
