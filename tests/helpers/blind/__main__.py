"""`PYTHONPATH=tests python -m helpers.blind --seed 1 --changes 400 --workers 2`: how much of a blind change is noticed.

Prints every change that matters and that nothing speaks of, and the shares. `--quick` does not play on once a change
is said and named: it finds the same misses, but counts fewer that matter. `--anything` spoils what stands in the files
without knowing what it means.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from helpers.blind import leaves
from helpers.blind.draw import NEUTRAL, OPERATORS, Change, draw
from helpers.blind.judge import Told, judged
from helpers.shipped import CUSTOMERS


def main() -> None:
    """Draws, judges, prints."""
    asked = _asked()
    customers = tuple(asked.customer or CUSTOMERS)
    operators = leaves.OPERATORS if asked.anything else OPERATORS
    changes = [*draw(asked.seed, asked.changes, customers=customers, operators=operators),
               *draw(asked.seed, asked.neutral, neutral=True, customers=customers)]  # fmt: skip
    if asked.only:
        changes = [
            each for each in changes if any(word in f"{each.operator}|{each.spoiled.what}" for word in asked.only)
        ]
    changes.sort(key=lambda each: customers.index(each.customer))  # workers keep what they worked out of a customer
    with asked.log.open("w", encoding="utf-8") as log:
        told = []
        for number, each in enumerate(_all(changes, asked.workers, asked.quick, asked.scenarios), start=1):
            told.append(each)
            log.write(f"{number}/{len(changes)} {line(each)}\n")
            log.flush()
    for row in summary(told):
        print(row)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=400)
    parser.add_argument("--neutral", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--scenarios", type=int, help="play the first so many, the most telling ones; default all")
    parser.add_argument("--only", action="append", help="a part of the operator's name or of what is changed")
    parser.add_argument(
        "--anything", action="store_true", help="any figure, truth, key or id instead, whatever it means"
    )
    parser.add_argument("--customer", action="append", choices=CUSTOMERS)
    parser.add_argument("--log", type=Path, default=Path("blind.log"))
    return parser.parse_args()


def _all(changes: list[Change], workers: int, quick: bool, scenarios: int | None) -> Iterator[Told]:
    """Each change judged, in the order drawn, whatever the number of workers."""
    if workers == 1:
        yield from (judged(each, quick=quick, scenarios=scenarios) for each in changes)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(partial(judged, quick=quick, scenarios=scenarios), changes)


def line(told: Told) -> str:
    """One change in one line, and what was new."""
    change = told.change
    worse = "; ".join(f"{name} {how}" for name, how in [*told.damaged.items()][:3])
    marks = [word for word, given in (("worse", told.harmed), ("named", told.named)) if given]
    said = told.grave if change.neutral else told.said
    parts = [
        f"{_word(told):8} {change.customer}",
        change.operator,
        change.spoiled.what,
        " ".join([*marks, change.spoiled.forbids]),
        worse,
        f"said: {said[:3]}",
        "" if told.said else f"new: {told.new[:4]}",
        told.refused[:160],
    ]
    return " | ".join(part for part in parts if part.strip())


def _word(told: Told) -> str:
    if told.change.neutral:
        return "neutral"
    if told.refused:
        return "refused"
    return "MISS" if told.missed else "flagged" if told.flagged else "silent"


def summary(told: list[Told]) -> Iterator[str]:
    """The counts, and every miss."""
    spoilt = [each for each in told if not each.change.neutral]
    judged_ = [each for each in spoilt if not each.refused]
    harmed, matter = [each for each in judged_ if each.harmed], [each for each in judged_ if each.matters]
    yield f"operators: {len(OPERATORS)} of blind change, {len(NEUTRAL)} neutral"
    yield f"operators drawn: {len({each.change.operator for each in spoilt})}; changes: {len(spoilt)}"
    refused = [each for each in spoilt if each.refused]
    yield f"refused by the files: {len(refused)}, of which {sum(each.named for each in refused)} name the changed thing"
    yield _share("a protected subject, harm or hazard worse", harmed)
    yield _share("all that matter", matter)
    for each in spoilt:
        if each.missed if not each.refused else not each.named:
            yield f"MISS {line(each)}"
    forged = [each for each in told if each.change.neutral and (each.grave or each.refused)]
    yield f"neutral: {sum(each.change.neutral for each in told)}, with a new severity A or refused: {len(forged)}"
    yield from (f"FORGED {line(each)}" for each in forged)


def _share(what: str, told: list[Told]) -> str:
    flagged, named = sum(each.flagged for each in told), sum(each.named for each in told)
    share = 100 * flagged / len(told) if told else 100.0
    return f"{what}: {len(told)}, flagged {flagged} ({share:.1f} %), naming the changed thing {named}"


if __name__ == "__main__":
    main()
