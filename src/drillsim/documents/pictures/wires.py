"""Connections of the one-line diagram: down from bar to bar, across between two sections."""

from __future__ import annotations

from itertools import pairwise

from drillsim.documents.pictures.canvas import ALARM, INK, Point
from drillsim.documents.pictures.diagram import Connection, Part
from drillsim.documents.pictures.measure import shortened
from drillsim.documents.pictures.placed import SIZE, TOP_SLOT, beside
from drillsim.documents.pictures.plan_view import PART, PlanView
from drillsim.documents.pictures.symbols import body, conductor, strike, switch
from drillsim.documents.pictures.wiring import live_sections

_SHIFT = {"ups": 15.0, "trafo": 8.0}


def draw_wire(view: PlanView, number: int) -> None:
    """One connection with everything on it."""
    chain = view.place.chains[number]
    if view.layer[chain[0]] == view.layer[chain[-1]]:
        _tie(view, number)
    else:
        _down(view, number, chain)


def _down(view: PlanView, number: int, chain: tuple[str, ...]) -> None:
    path: list[Point] = []
    for upper, lower in pairwise(chain):
        start = view.x(upper, view.place.down_port[upper, number])
        end = view.x(lower, view.place.up_port[lower, number])
        path.append((start, view.y(upper)))
        if abs(start - end) > 0.5:
            y = view.track_y(number, upper)
            path += [(start, y), (end, y)]
    alone = sum(1 for node, _ in view.place.up_port if node == chain[-1]) == 1
    _parts_down(view, view.wires[number], path, (end, view.y(chain[-1])), 46.0 if alone else TOP_SLOT - 10)


def _parts_down(view: PlanView, wire: Connection, path: list[Point], foot: Point, room: float) -> None:
    x, bottom = foot
    live = live_sections(wire, view.shot)
    ys = [bottom - PART * (len(wire.parts) - place) - 4 for place in range(len(wire.parts))]
    conductor(view.canvas, [*path, (x, ys[0] if ys else bottom)], live=live[0])
    for place, (part, y) in enumerate(zip(wire.parts, ys, strict=True)):
        conductor(view.canvas, [(x, y), (x, ys[place + 1] if place + 1 < len(ys) else bottom)], live=live[place + 1])
        _part(view, part, (x, y), live=live[place] or live[place + 1], upright=True)
        _label_beside(view, part, x, y, room)


def _tie(view: PlanView, number: int) -> None:
    """Between two bars of one layer: straight when they are neighbours, else below both."""
    wire = view.wires[number]
    if view.place.x(wire.a) > view.place.x(wire.b):
        wire = wire.turned()
    left, right, y = wire.a, wire.b, view.y(wire.a)
    if beside(view.place.order, left, right):
        ends = view.x(left, view.place.width[left] / 2), view.x(right, -view.place.width[right] / 2)
    else:
        ends = view.x(left, view.place.down_port[left, number]), view.x(right, view.place.down_port[right, number])
        live = live_sections(wire, view.shot)
        low = view.track_y(number, view.place.chains[number][0])
        conductor(view.canvas, [(ends[0], y), (ends[0], low)], live=live[0])
        conductor(view.canvas, [(ends[1], y), (ends[1], low)], live=live[-1])
        y = low
    _across(view, wire, ends, y)


def _across(view: PlanView, wire: Connection, ends: tuple[float, float], y: float) -> None:
    live = live_sections(wire, view.shot)
    step = (ends[1] - ends[0]) / (len(wire.parts) + 1)
    xs = [ends[0] + step * place for place in range(len(wire.parts) + 2)]
    for place, (start, end) in enumerate(pairwise(xs)):
        conductor(view.canvas, [(start, y), (end, y)], live=live[place])
    for place, part in enumerate(wire.parts):
        _part(view, part, (xs[place + 1], y), live=live[place] or live[place + 1], upright=False)
        if _is_named(view, part):
            view.canvas.text(
                xs[place + 1],
                y - 11,
                _words(view, part, 7),
                size=SIZE,
                align="center",
                color=_color(view, part),
                halo=True,
            )


def _part(view: PlanView, part: Part, at: Point, *, live: bool, upright: bool) -> None:
    if part.is_switch:
        switch(view.canvas, part.kind, *at, closed=part.id in view.shot.closed, faulted=part.id in view.faulted)
    else:
        body(view.canvas, part, *at, live=live, upright=upright)
    if part.id in view.faulted:
        strike(view.canvas, *at, 7)


def _label_beside(view: PlanView, part: Part, x: float, y: float, room: float) -> None:
    if _is_named(view, part):
        words = _words(view, part, room / SIZE)
        view.canvas.text(x + _SHIFT.get(part.kind, 7.0), y, words, size=SIZE, color=_color(view, part), halo=True)


def _is_named(view: PlanView, part: Part) -> bool:
    return part.kind != "line" or part.id in view.faulted


def _words(view: PlanView, part: Part, most_em: float) -> str:
    return shortened(view.words("sections", n=int(part.id)) if part.kind == "many" else part.id, most_em)


def _color(view: PlanView, part: Part) -> str:
    return ALARM if part.id in view.faulted else INK
