"""`python tests/planted/run.py`: plants defects in sound plans and says whether drillsim finds them.

    --plans DIR      a stranger's plans instead: DIR/<name>/ is a customer's folder (customer.yaml, site.yaml,
                     plan.yaml, network.*) with a planted.json beside:
                       {"sound": "../twin", "scenario": "both-lost-night-short",
                        "expect": [{"code": "G01", "at": "genset-1"}]}
                     sound     path of the sound twin's folder, from DIR/<name>; or true: this folder is the sound one
                               itself and nothing is expected of it; or false: there is no twin
                     scenario  a scenario's name (of the library or the customer's own), or a path from DIR/<name>
                     expect    each: a weak-point code, or a rule of `drillsim check`; and the id or clause it has to be
                               found at, or a list of which one is enough
    --mutants FILE   JSON Lines, one a line:
                       {"id": …, "customer": …, "edits": [{"file": …, "old": …, "new": …}], "matters": true,
                        "damages": [id, …]}
                     customer  a shipped one's name, or a folder, from FILE's own folder
                     edits     `old` stands once in the file of the customer, `new` stands there instead
                     matters   false: the change spoils nothing, and nothing of severity A may be said
                     damages   ids of what is worse; found is a mutant when something new names one of them, or an id
                               in the changed text
                     one that matters and damages a protected load or function is given to the review too, in the
                     scenario in which the damage is worst
    --blind N        N blind changes instead, drawn by helpers.blind with the seed, that damage a protected load or
                     function: the review is asked in the scenario in which the damage is worst
    --json           one JSON document on standard output and nothing else

Found: the expected code at the expected place (`tests/planted/grade.py` is the whole grading). Exit 0 when the bench
ran, whatever it found; 2 when something given to it is wrong, with file and line.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drillsim.findings import CODES
from helpers.shipped import CUSTOMERS
from planted import blind
from planted.bad_input import BadInput
from planted.bench import Asked, Pool, bench
from planted.mutants import mutants_of
from planted.report import Report, of_bench, of_blind, of_mutants, of_plans
from planted.strangers import plans_of

QUICK = {"sample": 1, "repairs": 2, "pairs": 8}
"""What `--quick` plays."""


def main(arguments: list[str] | None = None) -> int:
    """Runs what is asked for and prints it. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    say = (lambda words: None) if asked.json else (lambda words: print(f"… {words}", file=sys.stderr, flush=True))
    try:
        report = Report()
        if asked.plans is not None:
            of_plans(report, plans_of(asked.plans), say)
        if asked.mutants is not None:
            of_mutants(report, mutants_of(asked.mutants), say, alone=asked.alone, scenarios=asked.scenarios)
        if asked.blind is not None:
            customers = tuple(asked.customer or CUSTOMERS)
            changes = blind.Asked(asked.seed, asked.blind, customers, asked.scenarios, asked.alone)
            with Pool(asked.workers) as pool:
                of_blind(report, blind.blind(changes, pool, say))
        if asked.plans is None and asked.mutants is None and asked.blind is None:
            of_bench(report, bench(_asked(asked), say))
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps(report.document(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines():
            print(line)
    return 0


def _asked(given: argparse.Namespace) -> Asked:
    amounts = QUICK if given.quick else {}
    for name in ("sample", "repairs", "pairs"):
        if getattr(given, name) is not None:
            amounts = {**amounts, name: getattr(given, name)}
    codes = tuple(code for word in given.codes or () for code in word.split(","))
    strange = [code for code in codes if code not in CODES]
    if strange:
        raise BadInput(f"--codes: there is no weak-point code {strange[0]}. Write one of {', '.join(CODES)}.")
    customers = tuple(given.customer or CUSTOMERS)
    return Asked(customers, codes, given.seed, workers=given.workers, alone=given.alone, **amounts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--plans", type=Path, metavar="DIR", help="a stranger's plans")
    parser.add_argument("--mutants", type=Path, metavar="FILE", help="a stranger's changes of a customer's texts")
    parser.add_argument("--blind", type=int, metavar="N", help="N blind changes that damage something protected")
    parser.add_argument(
        "--scenarios",
        type=int,
        metavar="K",
        help="of blind changes and mutants: damage is looked for in K scenarios, the most telling ones; default: all",
    )
    parser.add_argument("--seed", type=int, default=1, help="of the samples (default 1)")
    parser.add_argument("--quick", action="store_true", help="one place of each code and customer, a few pairs")
    parser.add_argument("--codes", action="append", metavar="CODE,…", help="these weak-point codes alone")
    parser.add_argument("--customer", action="append", choices=CUSTOMERS, help="this customer alone")
    parser.add_argument(
        "--sample", type=int, metavar="K", help="K places of each code and customer; default: every one"
    )
    parser.add_argument("--repairs", type=int, metavar="N", help="ask the review of N dynamic defects; default 24")
    parser.add_argument(
        "--alone", action="store_true", help="repairs are tried on the defect's situation alone, not on every scenario"
    )
    parser.add_argument("--pairs", type=int, metavar="N", help="N pairs of defects; default 60")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes (default 2)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
