"""A corpus of broken folders: each is refused with file, line and mend, quickly, and nothing it names is ever run."""

# ruff: noqa: E501  (a table of cases reads by lines)

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from broken.spoil import (
    Broken,
    append,
    both,
    copy_of_good,
    frame,
    lose,
    net,
    network,
    put,
    recode,
    rename,
    swap,
    zip_bomb,
)
from drillsim.errors import InvalidInput
from drillsim.files import load_customer
from drillsim.texts import LANGS, problem_line
from helpers.thinned import thinned

C, N, S, P = "customer.yaml", "network.yaml", "site.yaml", "plan.yaml"
BUSES = frame({"name": ["E-end"], "vn_kv": [10.0], "type": ["b"], "zone": [None], "in_service": [True]})
NAMELESS = frame({"name": [None], "vn_kv": [10.0], "type": ["b"], "zone": [None], "in_service": [True]})
NOT_A_NUMBER = frame({"name": ["E-end"], "vn_kv": [float("nan")], "type": ["b"], "zone": [None], "in_service": [True]})
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{k}: &{k} [{', '.join(['*' + j] * 9)}]\n" for j, k in zip("abcdefgh", "bcdefghi", strict=True)
)
STEP = "      - {id: S05, text: 试, do: check, by: electrician, after: S06}\n      - {id: S06, text: 试, do: check, by: electrician, after: S05}\n"

CASES = (
    # scalars
    Broken("a word where a number is due", swap(N, "s_sc_max_mva: 250, rx_max: 0.3}\n  - {name: feeder-west", "s_sc_max_mva: lots, rx_max: 0.3}\n  - {name: feeder-west"), N, 14, "number"),
    Broken("a number that is not one", swap(N, "name: icu, bus: ups-LV, p_mw: 0.04", "name: icu, bus: ups-LV, p_mw: .nan"), N, 29, "number"),
    Broken("infinity", swap(N, "name: ward, bus: II-LV, p_mw: 0.1", "name: ward, bus: II-LV, p_mw: 1e999"), N, 34, "number"),
    Broken("a load that feeds", swap(N, "name: ward, bus: II-LV, p_mw: 0.1", "name: ward, bus: II-LV, p_mw: -0.1"), N, 34, "at-least"),
    Broken("yes for true", swap(N, 'et: b, type: LBS, closed: false', 'et: b, type: LBS, closed: no'), N, 24, "truth"),
    Broken("a half person", swap(S, "closed_at_most: 2", "closed_at_most: 1.5"), S, 13, "whole-number"),
    Broken("a day that does not exist", swap(P, "effective: 2026-01-01", "effective: 2026-02-30"), P, 6, "date"),
    Broken("a time of day beyond midnight", swap(C, 'wang: {name: 王, side: customer, last_contact_test: 2026-06-20, shifts: [{from: "08:00"', 'wang: {name: 王, side: customer, last_contact_test: 2026-06-20, shifts: [{from: "25:00"'), C, 8, "time-of-day"),
    Broken("an id with a space", swap(S, "bulk-tank: {holds", "bulk tank: {holds"), S, 38, "id"),
    Broken("a list where one value is due", swap(P, "status: approved", "status: [approved]"), P, 5, "not-allowed"),
    Broken("a text where a list is due", swap(S, "sees: [{bus: [I-10kV, II-10kV]}]", "sees: everything"), S, 42, "expected-list"),
    Broken("a text where entries are due", swap(S, "zones: {trench-a: {}, trench-b: {}, yard: {contains: [bulk-tank]}}", "zones: none"), S, 39, "expected-entries"),
    Broken("a word that is not in the list", swap(P, "status: approved", "status: aproved"), P, 5, "not-allowed"),
    Broken("a source of no known kind", swap(S, "{kind: genset, bus", "{kind: diesel, bus"), S, 18, "not-allowed"),
    Broken("a source without a kind", swap(S, "ups-icu: {kind: ups, input", "ups-icu: {input"), S, 20, "kind-missing"),
    Broken("one incomer", swap(S, 'incomers: ["101", "102"]', 'incomers: ["101"]'), S, 22, "list-too-short"),
    Broken("a state that a bus cannot have", swap(P, "trigger: {bus: I-10kV, is: dead}", "trigger: {bus: I-10kV, is: open}"), P, 21, "condition-state"),
    Broken("two things in one condition", swap(P, "trigger: {bus: I-10kV, is: dead}", "trigger: {bus: I-10kV, load: icu, is: dead}"), P, 21, "condition-one-thing"),
    Broken("a level of something that is no store", swap(P, "when: {store: day-tank, below_percent: 50}", "when: {bus: em-LV, is: dead, below_percent: 50}"), P, 45, "condition-not-a-store"),
    Broken("a need for two things at once", swap(S, "{load: theatre, rides: 500 ms}", "{load: theatre, function: cooling, rides: 500 ms}"), S, 33, "need-one-thing"),
    Broken("a genset that fails running in two ways", swap(S, "rated_kw: 400, called_by", "rated_kw: 400, mean_time_to_failure: 1100 h, fails_per_running_hour: 0.001, called_by"), S, 18, "genset-fails-running"),
    Broken("a burn curve beside a figure of the burn", swap(S, "rated_kw: 400, called_by", "rated_kw: 400, fuel_l_per_kwh: 0.27, burn: [{kw: 100, l_per_h: 30}, {kw: 400, l_per_h: 110}], called_by"), S, 18, "burn-two-ways"),
    Broken("a burn curve of one point", swap(S, "rated_kw: 400, called_by", "rated_kw: 400, burn: [{kw: 100, l_per_h: 30}], called_by"), S, 18, "burn-points"),
    Broken("a burn curve that falls", swap(S, "rated_kw: 400, called_by", "rated_kw: 400, burn: [{kw: 400, l_per_h: 110}, {kw: 100, l_per_h: 30}], called_by"), S, 18, "burn-points"),
    # keys
    Broken("a misspelt key", swap(N, "rx_max: 0.3}\n  - {name: feeder-west", "rxmax: 0.3}\n  - {name: feeder-west"), N, 14, "unknown-key"),
    Broken("a key that is missing", swap(S, "rated_kw: 400, ", ""), S, 18, "missing-key"),
    Broken("a key from inside the program", swap(P, "U11, clause", "U11, takes_: 3 s, clause"), P, 53, "unknown-key"),
    Broken("a key in its Python spelling", swap(P, "trigger: {bus: I-10kV, is: dead}", "trigger: {bus: I-10kV, is_: dead}"), P, 21, "unknown-key"),
    Broken("a key twice", swap(P, "status: approved", "status: approved\nstatus: draft"), P, 6, "duplicate-key"),
    Broken("the same device twice", swap(S, '  "102": {label', '  "101": {label'), S, 5, "duplicate-key"),
    Broken("a key without a value", swap(P, "status: approved", "status:"), P, 5, "empty-value"),
    Broken("a list for a key", swap(P, "status: approved", "? [status]\n: approved"), P, 5, "key-not-text"),
    Broken("no format", swap(C, "format: 1\n", ""), C, 2, "missing-key"),
    Broken("a format of the future", swap(C, "format: 1\n", "format: 2\n"), C, 2, "format-unknown"),
    # units
    Broken("a time without a unit", swap(P, "decides_in: 3 min", "decides_in: 3"), P, 16, "duration-without-unit"),
    Broken("a time in an unknown unit", swap(S, "delay: 1 s", "delay: 1 sec"), S, 23, "duration-not-understood"),
    Broken("a negative time", swap(S, "takes: 300 ms", "takes: -300 ms"), S, 23, "duration-negative"),
    Broken("a time of eleven years", swap(S, "min_supply_time: 24 h, shed: never}\n  theatre", "min_supply_time: 4015 d, shed: never}\n  theatre"), S, 25, "duration-too-long"),
    Broken("a bad case shorter than the usual one", swap(S, "{median: 3 min, p90: 8 min}", "{median: 3 min, p90: 2 min}"), S, 46, "duration-order"),
    Broken("half a distribution", swap(S, "{median: 3 min, p90: 8 min}", "{median: 3 min}"), S, 46, "duration-form"),
    Broken("a unit behind a number that has it in its key", swap(S, "rated_kw: 60", "rated_kw: 60 kW"), S, 20, "number"),
    Broken("a chance of two", swap(S, "delay: 1 s", "delay: 1 s, fails_to_operate: 2"), S, 23, "at-most"),
    # full-width characters
    Broken("a full-width colon", swap(P, "status: approved", "status：approved"), P, 5, "full-width-structure"),
    Broken("a full-width colon in braces", swap(P, "{bus: I-10kV, is: dead}\n    activation", "{bus： I-10kV, is: dead}\n    activation"), P, 21, "full-width"),
    Broken("a full-width comma in a list of ids", swap(P, "scope: [SRC1, SRC2]", "scope: [SRC1，SRC2]"), P, 11, "full-width"),
    Broken("full-width digits", swap(S, "rated_kw: 60", "rated_kw: ６０"), S, 20, "full-width"),
    Broken("full-width quotes", swap(P, 'target: "101", by', "target: “101”, by"), P, 26, "full-width"),
    Broken("a full-width time of day", swap(C, 'li: {name: 李, side: customer, last_contact_test: 2026-06-20, shifts: [{from: "20:00"', 'li: {name: 李, side: customer, last_contact_test: 2026-06-20, shifts: [{from: "20：00"'), C, 9, "full-width"),
    Broken("full-width brackets", swap(P, "scope: [SRC1, SRC2]", "scope: ［SRC1, SRC2］"), P, 11, "full-width"),
    # YAML
    Broken("a quote left open", swap(P, 'version: "2.0"', 'version: "2.0'), P, 4, "syntax-quote-open"),
    Broken("a bracket left open", append(P, "extra: [1, 2"), P, 64, "syntax-list-open"),
    Broken("a brace left open", swap(S, "cooling: {needs: chiller}", "cooling: {needs: chiller"), S, 34, "syntax-braces-open"),
    Broken("wrong indentation", swap(P, "  - id: C2\n    title", "  - id: C2\n   title"), P, 33, "syntax-indentation"),
    Broken("a colon in a text", swap(P, "title: 两路电源全失", "title: 两路: 电源全失"), P, 33, "syntax-colon"),
    Broken("a tab", swap(P, "    title: 两路电源全失", "\ttitle: 两路电源全失"), P, 33, "tab"),
    Broken("a character nobody sees", swap(P, "title: 两路电源全失", "title: 两路\x07电源全失"), P, 33, "control-character"),
    Broken("a character nobody sees, escaped", swap(P, "title: 两路电源全失", 'title: "两路\\0电源全失"'), P, 33, "control-character"),
    Broken("an alias bomb", put(P, BOMB), P, 1, "yaml-anchor"),
    Broken("a merge key", swap(S, "normal: {}", "normal: {<<: {open: []}}"), S, 52, "yaml-merge"),
    Broken("a tag that would run a command", swap(P, "status: approved", "status: !!python/object/apply:os.system [echo]"), P, 5, "yaml-tag"),
    Broken("a tag", swap(P, "status: approved", "status: !!str approved"), P, 5, "yaml-tag"),
    Broken("two documents", append(P, "---\nformat: 1\n"), P, 64, "several-documents"),
    Broken("a thousand brackets", put(P, "format: 1\ncards: " + "[" * 1000 + "]" * 1000), P, 2, "too-deep"),
    Broken("a hundred thousand brackets", put(P, "[" * 100_000), P, 1, "too-deep"),
    Broken("a thousand levels of indentation", put(P, "".join(" " * n + "a:\n" for n in range(1000))), P, 21, "too-deep"),
    Broken("a list and nothing around it", put(P, "- format: 1\n"), P, 1, "expected-mapping"),
    Broken("an empty file", put(P, ""), P, 0, "empty-file"),
    Broken("a file of comments", put(P, "# to be written\n"), P, 0, "empty-file"),
    Broken("more values than any plan has", put(P, "x: [" + "a," * 250_000 + "]"), P, 1, "too-many-values"),
    Broken("a file cut off in the middle", lambda folder: put(P, (folder / P).read_bytes()[:1500])(folder), P, 31, "syntax-end"),
    # bytes and files
    Broken("GBK", recode(P, "gbk"), P, 1, "not-utf8"),
    Broken("UTF-16", recode(P, "utf-16"), P, 1, "not-utf8"),
    Broken("bytes that are no text", put(C, b"format: 1\nid: \xff\xfe\n"), C, 2, "not-utf8"),
    Broken("six megabytes", put(P, b"# " + b"x" * 6_000_000), P, 0, "file-too-large"),
    Broken("no plan", lose(P), P, 0, "file-missing"),
    Broken("a plan called plan.yml", rename(P, "plan.yml"), P, 0, "file-misnamed"),
    Broken("a folder where a file is due", both(lose(P), lambda folder: (folder / P).mkdir()), P, 0, "file-unreadable"),
    Broken("no network", lose(N), N, 0, "network-missing"),
    Broken("two networks", put("network.json", "{}"), N, 0, "network-several"),
    Broken("a stranger's phone number", put("people.local.yaml", "format: 1\npeople:\n  nobody: {phone: 1}\n"), "people.local.yaml", 3, "no-such-id"),
    # references
    Broken("a step on a switch that does not exist", swap(P, 'target: "100"', 'target: "1OO"'), P, 28, "no-such-id"),
    Broken("a switch at a bus that does not exist", swap(N, '"421", bus: em-LV', '"421", bus: em-LVV'), N, 24, "network-no-such-bus"),
    Broken("facts of a switch that is not in the network", swap(S, '"421": {label', '"422": {label'), S, 11, "no-such-id"),
    Broken("a role held by a stranger", swap(P, "held_by: [wang, li]", "held_by: [wang, lee]"), P, 13, "no-such-id"),
    Broken("a role nobody holds", swap(P, "held_by: [wang, li]", "held_by: []"), P, 13, "role-without-people"),
    Broken("a role held by the other side", swap(P, "held_by: [wang, li]", "held_by: [wang, zhao]"), P, 13, "role-other-side"),
    Broken("a step by nobody known", swap(P, "target: ats-em, by: electrician", "target: ats-em, by: electrican"), P, 40, "no-such-id"),
    Broken("after a step that does not exist", swap(P, "after: S11", "after: S99"), P, 40, "no-such-id"),
    Broken("a place where a store is due", swap(S, "fuel: day-tank", "fuel: gen-room"), S, 19, "wrong-kind"),
    Broken("a message from a step that does not exist", swap(P, "requires: [{message: S01}]", "requires: [{all: [{not: {message: S77}}]}]"), P, 54, "no-such-id"),
    Broken("a need of something unknown", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {any: [chiller, freezer]}}"), S, 34, "no-such-id"),
    Broken("a shift at no known place", swap(C, 'shifts: [{from: "08:00", to: "20:00", place: duty-room}]', 'shifts: [{from: "08:00", to: "20:00", place: dutyroom}]'), C, 8, "no-such-id"),
    Broken("a profile that is not there", swap(S, "profile: day-night", "profile: night"), S, 31, "no-such-profile"),
    Broken("opening a genset", swap(P, "do: start, target: genset-1", "do: open, target: genset-1"), P, 38, "target-wrong-kind"),
    Broken("opening nothing", swap(P, 'do: open, target: "101", by', "do: open, by"), P, 26, "target-missing"),
    Broken("reporting a switch", swap(P, "do: order, by", 'do: order, target: "101", by'), P, 61, "target-not-due"),
    Broken("opening what a tie is closed for", swap(P, 'do: open, target: "101", by', 'do: open, find: ties, by'), P, 26, "find-not-due"),
    Broken("a report that looks for ties", swap(P, "do: order, by", "do: order, find: ties, by"), P, 61, "find-not-due"),
    Broken("a target found and written", swap(P, 'do: open, target: "101", by', 'do: open, target: "101", find: around_fault, by'), P, 26, "find-and-target"),
    Broken("a search among what is no switch", swap(P, 'do: open, target: "101", by', 'do: open, find: {what: around_fault, among: [genset-1]}, by'), P, 26, "wrong-kind"),
    Broken("a search for nothing known", swap(P, 'do: open, target: "101", by', 'do: open, find: faults, by'), P, 26, "not-allowed"),
    Broken("an element that is none", swap(P, "requires: [{message: S01}]", "requires: [{element: ats-em, is: sound}]"), P, 54, "wrong-kind"),
    Broken("setting without saying to what", swap(P, "do: start, target: genset-1", "do: set, target: genset-1"), P, 38, "set-without-to"),
    Broken("one person who watches himself", both(swap(P, "held_by: [wang, li]", "held_by: [wang]"), swap(P, 'target: "100", by: electrician', 'target: "100", by: {operator: electrician, supervisor: electrician}')), P, 28, "supervisor-same-person"),
    Broken("one step for two kinds of list", swap(P, 'do: open, target: "101", by', 'do: open, for_each: {devices: ["101"], places: [HV-room]}, by'), P, 26, "for-each-one-list"),
    Broken("one step for the same thing twice", swap(P, 'do: open, target: "101", by', 'do: open, for_each: {devices: ["101", "101"]}, by'), P, 26, "for-each-twice"),
    Broken("one step for many with a target of its own", swap(P, 'do: open, target: "101", by', 'do: open, target: "101", for_each: {devices: ["101"]}, by'), P, 26, "for-each-and-target"),
    Broken("one step for a place where nothing of it stands", swap(P, 'do: open, target: "101", by', 'do: open, target: "101", for_each: {places: [duty-room]}, by'), P, 26, "for-each-empty-place"),
    Broken("item by item after a step without items", swap(P, 'do: open, target: "101", by', 'do: open, for_each: {devices: ["101"], after: [S01]}, by'), P, 26, "for-each-other-list"),
    Broken("one step that opens gensets", swap(P, 'do: open, target: "101", by', 'do: open, for_each: {devices: [genset-1]}, by'), P, 26, "target-wrong-kind"),
    Broken("a team of one that watches itself", both(swap(P, "held_by: [wang, li]", "held_by: [wang]"), swap(P, 'do: open, target: "101", by: electrician', 'do: open, for_each: {devices: ["101"], pool: [electrician]}, by: {operator: electrician, supervisor: electrician}')), P, 26, "supervisor-same-person"),
    Broken("a decision without a choice", swap(P, "do: report, by: electrician, takes: 2 min,\n         tells: [{to: dispatcher, channel: phone}]}\n  - id: C2", "do: decide, by: electrician, takes: 2 min}\n  - id: C2"), P, 30, "decide-without-options"),
    Broken("a choice where nothing is decided", swap(P, "after: S11, takes: 3 min,", "after: S11, takes: 3 min, options: [{name: a}],"), P, 40, "options-not-due"),
    Broken("a choice that leads to another card", swap(P, "do: order, by: dispatcher, takes: 2 min,", "do: decide, by: dispatcher, options: [{name: a, steps: [S01]}],"), P, 61, "option-other-card"),
    Broken("a wait for nothing", swap(P, "do: order, by: dispatcher, takes: 2 min,", "do: wait, by: dispatcher,"), P, 61, "wait-without-until"),
    Broken("a step repeated after no time", swap(P, "do: order, by: dispatcher, takes: 2 min,", "do: order, by: dispatcher, takes: 2 min, every: 0 min,"), P, 61, "every-not-positive"),
    Broken("a wait that is repeated", swap(P, "do: order, by: dispatcher, takes: 2 min,", "do: wait, by: dispatcher, takes: 2 min, every: 30 min,"), P, 61, "every-at-wait"),
    Broken("an until where nothing is waited for", swap(P, "do: order, by: dispatcher, takes: 2 min,", "do: order, by: dispatcher, takes: 2 min, until: {message: U11},"), P, 61, "until-not-due"),
    Broken("a message awaited from who does not send it", swap(P, "requires: [{message: S01}]", "requires: [{message: S01, from: dispatcher}]"), P, 53, "message-other-role"),
    Broken("a way out that waits for what comes after", swap(P, "text: 向调度员报告101开关拒动, do: report, by: electrician,", "text: 向调度员报告101开关拒动, do: report, by: electrician, after: S03,"), P, 27, "branch-waits-for-successor"),
    Broken("an order only its writer could check", both(swap(P, "held_by: [wang, li]", "held_by: [wang]"), append(P, "orders:\n  O1: {title: t, binds: [R1], written_by: electrician, checked_by: electrician, takes: 5 min}\n")), P, 65, "order-one-person"),
    Broken("an order for a step that does not exist", append(P, "orders:\n  O1: {title: t, binds: [R9], written_by: electrician, takes: 5 min}\n"), P, 65, "no-such-id"),
    Broken("a step that uses what is not there", swap(P, 'do: open, target: "101", by', 'do: open, target: "101", uses: [ladder], by'), P, 26, "no-such-id"),
    Broken("a pool nobody knows", swap(P, 'do: open, target: "101", by', 'do: open, for_each: {devices: ["101"], pool: [team-9]}, by'), P, 26, "no-such-id"),
    Broken("after an instance of a step", swap(P, "after: S11, takes: 3 min", "after: 'S11[101]', takes: 3 min"), P, 40, "id"),
    # duplicates and circles
    Broken("a load called as a bus", both(swap(N, "name: icu, bus", "name: em-LV, bus"), swap(S, "  icu: {name: ICU", "  em-LV: {name: ICU")), N, 29, "network-id-twice"),
    Broken("a store called as a step", swap(P, "id: S13, clause", "id: day-tank, clause"), P, 42, "id-twice"),
    Broken("two steps of one name", swap(P, "{id: S13, clause", "{id: S11, clause"), P, 42, "id-twice"),
    Broken("two steps that wait for each other", swap(P, "  - id: C2\n", STEP + "  - id: C2\n"), P, 32, "after-circle"),
    Broken("a step that waits for itself", swap(P, "after: S11", "after: S12"), P, 40, "after-circle"),
    Broken("a step that is its own way out", swap(P, "on_failure: {steps: [S04]}", "on_failure: {steps: [S02]}"), P, 27, "branch-to-itself"),
    Broken("tanks that fill each other", swap(S, "level_l: 4000}", "level_l: 4000, in: [{by: chiller, l_per_min: 1, from: day-tank}]}"), S, 36, "store-circle"),
    Broken("a need for more kW than there are", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {any: [chiller, fuel-pump], kw: 90}}"), S, 34, "need-kw-beyond"),
    Broken("a count of needs without a choice", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {all: [chiller], at_least: 1}}"), S, 34, "need-count-without-any"),
    Broken("a choice counted in two ways", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {any: [chiller, fuel-pump], at_least: 1, kw: 2}}"), S, 34, "need-count-two-ways"),
    Broken("a count greater than the choice", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {any: [chiller], at_least: 2}}"), S, 34, "need-count-too-many"),
    Broken("functions that need each other", swap(S, "cooling: {needs: chiller}", "cooling: {needs: {all: [chiller, surgery]}}"), S, 33, "function-circle"),
    # what cannot be
    Broken("a tank fuller than full", swap(S, "capacity_l: 5000, level_l: 4000", "capacity_l: 5000, level_l: 6000"), S, 38, "store-overfull"),
    Broken("a UPS that feeds itself", swap(S, "output: ups-LV", "output: em-LV"), S, 20, "ups-one-bus"),
    Broken("a genset whose breaker stands elsewhere", swap(S, 'bus: gen-LV, breaker: "412"', 'bus: gen-LV, breaker: "411"'), S, 18, "breaker-not-at-terminal"),
    Broken("a tie between other buses", swap(S, 'tie: "100"', 'tie: "411"'), S, 22, "tie-joins-other-buses"),
    Broken("an ATS onto one switch", swap(S, 'normal: "411", standby: "412"', 'normal: "411", standby: "411"'), S, 23, "transfer-one-switch"),
    Broken("an ATS onto two boards", swap(S, 'normal: "411", standby: "412"', 'normal: "102", standby: "412"'), S, 23, "transfer-no-common-bus"),
    Broken("a mode that wants both", swap(S, 'closed: ["100"], disabled', 'closed: ["101"], disabled'), S, 53, "mode-both"),
    Broken("no way to the fuel tank", swap(S, "  - {from: LV-room, to: gen-room, takes: {median: 2 min, p90: 4 min}}\n", ""), P, 38, "no-way"),
    Broken("the same way twice", swap(S, "{from: HV-room, to: LV-room, takes: 1 min}", "{from: duty-room, to: HV-room, takes: 1 min}"), S, 47, "way-twice"),
    Broken("a way to where one is", swap(S, "{from: HV-room, to: LV-room, takes: 1 min}", "{from: HV-room, to: HV-room, takes: 1 min}"), S, 47, "way-to-itself"),
    Broken("a transformer of no known type", swap(N, "lv_bus: I-LV, std_type: 0.63 MVA 10/0.4 kV", "lv_bus: I-LV, std_type: 0.64 MVA 10/0.4 kV"), N, 26, "network-no-such-type"),
    # pandapower's files
    Broken("a json that is no network", network("network.json", "{}"), "network.json", 1, "pp-not-a-net"),
    Broken("a json cut off", network("network.json", net(bus=BUSES)[:200]), "network.json", 10, "json-syntax"),
    Broken("a json that names a module to import", network("network.json", net(bus=BUSES, x={"_module": "antigravity", "_class": "X", "_object": {}})), "network.json", 15, "pp-foreign"),
    Broken("a json table that names a module to import", network("network.json", net(bus=frame({"name": ["a"], "vn_kv": [1]}, module="antigravity"))), "network.json", 9, "pp-foreign"),
    Broken("a json of unnamed buses", network("network.json", net(bus=NAMELESS)), "network.json", 9, "pp-unnamed"),
    Broken("a json with a voltage that is not a number", network("network.json", net(bus=NOT_A_NUMBER)), "network.json", 9, "missing-key"),
    Broken("a workbook that is none", network("network.xlsx", b"PK\x03\x04 not really"), "network.xlsx", 0, "xlsx-unreadable"),
    Broken("a workbook that is a zip bomb", network("network.xlsx", zip_bomb()), "network.xlsx", 0, "xlsx-bomb"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_folder_is_refused_at_the_right_line_with_a_mend(case: Broken, tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "good")
    case.change(folder)
    began = time.process_time()
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    assert time.process_time() - began < 5
    said = [(Path(problem.file).name, problem.line, problem.code) for problem in refused.value.problems]
    assert (case.file, case.line, case.code) in said, said
    for problem in refused.value.problems:
        for lang in LANGS:
            assert len(problem_line(lang, problem).split("。" if lang == "zh" else ". ")) > 1


def test_the_good_folder_is_good() -> None:
    from broken.spoil import GOOD

    assert load_customer(GOOD).dossier.customer.id == "small"


def test_nothing_a_file_names_was_ever_imported() -> None:
    assert "antigravity" not in sys.modules


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 45


MANY = range(6_000)
HEAPS = {
    "steps on switches that do not exist": swap(
        P, "  steps:\n    - {id: R1", "  steps:\n" + "".join(f"    - {{id: Z{n}, text: x, do: open, target: no{n}, by: me, after: Z{n + 1}}}\n" for n in MANY) + "    - {id: R1"
    ),
    "steps with keys that do not exist": swap(
        P, "  steps:\n    - {id: R1", "  steps:\n" + "".join(f"    - {{id: Z{n}, txt: x, after: {{an: x}}}}\n" for n in MANY) + "    - {id: R1"
    ),
    "loads at buses that do not exist": swap(N, "load:\n", "load:\n" + "".join(f"  - {{name: q{n}, bus: no{n}, p_mw: 1}}\n" for n in MANY)),
    "devices that are not in the network": swap(S, "devices:\n", "devices:\n" + "".join(f"  q{n}: {{kind: breaker}}\n" for n in MANY)),
    "ways given over and over": swap(S, "  - {from: HV-room", "  - {from: HV-room, to: LV-room, takes: 1 min}\n" * 6_000 + "  - {from: HV-room"),
    "five megabytes of brackets": put(P, "x: [" + "[]," * 1_600_000 + "]"),
    "five megabytes of one line": put(P, "x: " + "y" * 4_900_000),
    "five megabytes of colons": put(P, ":" * 4_900_000),
    "five megabytes of question marks": put(P, "? " * 2_400_000),
    "five megabytes of quotes": put(P, "'" * 4_900_001),
    "five megabytes of anchors": put(P, "- &a x\n" * 700_000),
    "five megabytes of full-width colons": put(P, "a：\n" * 800_000),
    "five megabytes of bells": put(P, "\x07" * 4_900_000),
}  # fmt: skip


@pytest.mark.parametrize("name", thinned(HEAPS, 3))
def test_heaps_of_slips_are_refused_in_seconds_and_not_all_told(name: str, tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "good")
    HEAPS[name](folder)
    began = time.process_time()
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    assert time.process_time() - began < 10
    assert 1 <= len(refused.value.problems) <= 450
