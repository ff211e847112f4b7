"""The airport's substations: what stands in each, which ring feeds it, which feeder could. All figures assumed."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[str, str]
"""Chinese, English."""


@dataclass(frozen=True)
class Kind:
    """The load a substation feeds, and the transformer for it."""

    key: str
    words: Words
    kw: int
    trafo: str
    serves: str = "other"
    grade: str = "2"
    profile: str = "terminal"


@dataclass(frozen=True)
class Substation:
    """One substation of the private 10 kV network."""

    number: int
    load: str
    kind: Kind
    words: Words
    hub: str
    normal: str
    other: str

    @property
    def id(self) -> str:
        return f"sub-{self.number:02}"

    @property
    def stem(self) -> str:
        return f"{self.number:02}"


SMALL, MIDDLE, LARGE, HUGE = (f"SCB10-{kva} 10/0.4 kV" for kva in (800, 1000, 1600, 2500))

IN_TERMINAL = {
    kind.key: kind
    for kind in (
        Kind("check-in", ("值机大厅", "Check-in hall"), 450, SMALL),
        Kind("retail", ("商业及候机照明", "Shops and hall lighting"), 600, MIDDLE, "lighting"),
        Kind("pier", ("登机廊桥", "Pier and air bridges"), 500, SMALL),
        Kind("pier-2", ("远端登机廊", "Far pier"), 500, SMALL),
        Kind("hvac", ("空调机房", "Air handling"), 800, LARGE, "ventilation"),
        Kind("security", ("安检及监控", "Screening and CCTV"), 400, SMALL, "control"),
        Kind("baggage", ("行李系统", "Baggage system"), 700, MIDDLE),
        Kind("fire", ("消防监控及照明", "Fire surveillance and lighting"), 250, SMALL, "control"),
    )
}
ELSEWHERE = {
    kind.key: kind
    for kind in (
        Kind("lights-north", ("北灯光站", "Airfield lighting north"), 150, SMALL, "lighting", "1", "airfield"),
        Kind("lights-south", ("南灯光站", "Airfield lighting south"), 150, SMALL, "lighting", "1", "airfield"),
        Kind("tower", ("塔台", "Control tower"), 60, SMALL, "control", "1", "airfield"),
        Kind("radar", ("雷达及导航台", "Radar and navigation aids"), 200, SMALL, "control", "1", "airfield"),
        Kind("fuel-farm", ("油库及加油泵", "Fuel farm and hydrant pumps"), 600, MIDDLE, "other", "2", "airfield"),
        Kind("fire-station", ("机场消防站", "Airport fire station"), 200, SMALL, "other", "1", "airfield"),
        Kind("chillers", ("能源中心冷水机组", "Chillers of the energy centre"), 1900, HUGE, "cooling"),
        Kind("it-centre", ("信息中心", "Data and telephone centre"), 250, MIDDLE, "it", "1", "airfield"),
        Kind("transport", ("交通中心及信号灯", "Transport centre and traffic signals"), 500, SMALL, "lighting"),
        Kind("car-park", ("停车楼", "Car park"), 300, SMALL, "lighting", "3"),
        Kind("cargo-1", ("一号货站", "Cargo terminal 1"), 600, MIDDLE, "other", "3"),
        Kind("offices", ("机场办公楼", "Airport offices"), 300, SMALL, "lighting", "3"),
        Kind("engineering", ("工程基地", "Engineering base"), 300, SMALL, "control", "2"),
        Kind("hangar-1", ("一号机库", "Hangar 1"), 450, SMALL, "other", "3"),
        Kind("hangar-2", ("二号机库", "Hangar 2"), 450, SMALL, "other", "3"),
        Kind("cargo-2", ("二号货站", "Cargo terminal 2"), 600, MIDDLE, "other", "3"),
        Kind("catering", ("航食楼", "Flight catering"), 500, SMALL, "other", "3"),
        Kind("hotel", ("机场宾馆", "Airport hotel"), 400, SMALL, "other", "3"),
    )
}

RINGS = {
    "NF01": "T1.check-in T2.check-in lights-north T3.check-in",
    "NF02": "T1.retail T2.retail T4.check-in offices",
    "NF03": "T1.pier T3.retail T2.pier tower",
    "NF04": "T2.hvac T4.retail T1.hvac cargo-1",
    "NF05": "T3.pier T4.pier it-centre T1.pier-2",
    "NF06": "T2.pier-2 T3.hvac car-park T4.hvac",
    "NF07": "T1.security fuel-farm T2.security T3.security",
    "NF08": "T4.security T1.baggage transport T2.baggage",
    "NF09": "T3.baggage chillers T1.fire T4.baggage",
    "NF10": "T2.fire radar lights-south",
    "NF11": "fire-station T3.fire T4.fire",
    "EF05": "engineering hangar-1 hangar-2",
    "SF05": "cargo-2 catering hotel",
}
"""Feeder and the substations on it, in the order of the cable. The rings of intake North were laid round the site one
after the other, so that each touches every terminal."""
HUB = {
    "T1": "central", "T2": "central", "T3": "central", "T4": "south-side", "lights-north": "north-field",
    "lights-south": "south-field", "tower": "central", "radar": "north-field", "fuel-farm": "south-field",
    "fire-station": "north-field", "chillers": "central", "it-centre": "central", "transport": "central",
    "car-park": "central", "cargo-1": "south-side", "offices": "central", "engineering": "east-side",
    "hangar-1": "east-side", "hangar-2": "east-side", "cargo-2": "south-side", "catering": "south-side",
    "hotel": "south-side",
}  # fmt: skip
"""The yard from which a substation is reached."""
EAST_SIDE = ("T1", "T2", "lights-north", "offices", "tower", "cargo-1", "it-centre")
"""Substations that hang on intake East when North is lost; the rest hangs on South."""
EAST = tuple(f"EF{number:02}" for number in range(1, 7))
SOUTH = tuple(f"SF{number:02}" for number in range(1, 7))
HALVES = {
    "EF01": ("T1-half-1", ("一号航站楼B半侧(一)", "Terminal 1, B half, part 1"), 1700),
    "EF02": ("T1-half-2", ("一号航站楼B半侧(二)", "Terminal 1, B half, part 2"), 1700),
    "EF03": ("T2-half-1", ("二号航站楼B半侧(一)", "Terminal 2, B half, part 1"), 1700),
    "EF04": ("T2-half-2", ("二号航站楼B半侧(二)", "Terminal 2, B half, part 2"), 1700),
    "EF05": ("works-half", ("工作区", "Works area"), 1200),
    "EF06": ("energy-half", ("能源中心B半侧", "Energy centre, B half"), 1900),
    "SF01": ("T3-half-1", ("三号航站楼B半侧(一)", "Terminal 3, B half, part 1"), 1600),
    "SF02": ("T3-half-2", ("三号航站楼B半侧(二)", "Terminal 3, B half, part 2"), 1600),
    "SF03": ("T4-half-1", ("四号航站楼B半侧(一)", "Terminal 4, B half, part 1"), 1600),
    "SF04": ("T4-half-2", ("四号航站楼B半侧(二)", "Terminal 4, B half, part 2"), 1600),
    "SF05": ("freight-half", ("货运区", "Freight area"), 1200),
    "SF06": ("south-half", ("南区", "South area"), 1000),
}
"""Loads the feeders of East and South carry all the time: the other half of every building, a lump each. No step of the
plan touches it."""


@dataclass(frozen=True)
class Backed:
    """A supply of its own behind a substation: a UPS, and for landing and the tower a genset too."""

    key: str
    behind: str
    words: Words
    kw: int
    genset: bool


BACKED = (
    Backed("field-north", "lights-north", ("北区助航灯", "Airfield lights, north"), 200, True),
    Backed("field-south", "lights-south", ("南区助航灯", "Airfield lights, south"), 200, True),
    Backed("tower-cab", "tower", ("塔台管制室", "Tower cab"), 90, True),
    Backed("servers", "it-centre", ("服务器及交换机", "Servers and exchange"), 300, False),
    Backed("control-room", "engineering", ("高压控制室及电台", "HV control room and radio"), 15, False),
    Backed("T1-escape", "T1-fire", ("一号航站楼疏散照明", "Terminal 1: escape lighting"), 40, False),
    Backed("T2-escape", "T2-fire", ("二号航站楼疏散照明", "Terminal 2: escape lighting"), 40, False),
    Backed("T3-escape", "T3-fire", ("三号航站楼疏散照明", "Terminal 3: escape lighting"), 35, False),
    Backed("T4-escape", "T4-fire", ("四号航站楼疏散照明", "Terminal 4: escape lighting"), 35, False),
)
"""Gensets for landing and the tower only, batteries for getting people out: neither runs a terminal."""


def substations() -> tuple[Substation, ...]:
    """All of them, numbered ring by ring."""
    found: list[Substation] = []
    turn = {"E": 0, "S": 0}
    for feeder, members in RINGS.items():
        for member in members.split():
            side = _other_side(feeder, member)
            feeders = EAST if side == "E" else SOUTH
            other = feeders[turn[side] % len(feeders)]
            turn[side] += 1
            found.append(_substation(len(found) + 1, member, feeder, other))
    return tuple(found)


def _other_side(feeder: str, member: str) -> str:
    if feeder.startswith("N"):
        return "E" if member.partition(".")[0] in EAST_SIDE else "S"
    return "S" if feeder.startswith("E") else "E"


def _substation(number: int, member: str, feeder: str, other: str) -> Substation:
    where, _, what = member.rpartition(".")
    kind = IN_TERMINAL[what] if where else ELSEWHERE[what]
    words = kind.words
    if where:
        terminal = "一二三四"[int(where[1]) - 1]
        words = (f"{terminal}号航站楼{words[0]}", f"Terminal {where[1]}: {words[1]}")
    load = f"{where}-{what}" if where else what
    return Substation(number, load, kind, words, HUB[where or what], feeder, other)
