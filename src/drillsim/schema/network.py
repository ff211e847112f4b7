"""network.yaml: the electrical network in pandapower's words, everything named by id.

Each table is a pandapower table, each key a parameter of pandapower's matching `create_*` function (3.5), so a row
reads like the call that would make it. The list is ours and pinned: pandapower swallows a misspelt keyword, we refuse
it. `source` alone is ours: where a figure that is not the customer's own comes from. Rows keep file order; what refers
to what is judged by `schema.network_rule.network_problems`, never by a model.
"""

from __future__ import annotations

from math import sqrt
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticKnownError

from drillsim.schema.base import FormatOne, Id, Model, NotNegative, Number, Positive, Text, Truth, Whole
from drillsim.schema.element import BRANCH_KINDS

Count = Annotated[Whole, Field(ge=1)]
"""A count, at least one."""
Ratio = Annotated[Number, Field(gt=0, le=1)]


def _not_zero(value: float) -> float:
    """Refuses 0 as a figure that has to be above it: below is for equivalents, which say so on purpose."""
    if value == 0:
        raise PydanticKnownError("greater_than", {"gt": 0})
    return value


Figure = Annotated[Number, AfterValidator(_not_zero)]
TapSide = Literal["hv", "lv"]
TapSide3 = Literal["hv", "mv", "lv"]
TapChanger = Literal["Ratio", "Symmetrical", "Ideal"]


class Row(Model):
    """The keys every row of every table has."""

    name: Id
    """The id, unique over all tables; other files refer to the element by it."""
    source: Text = ""
    """Source of the row's figures, when they are not the customer's own."""


class Bus(Row):
    """A busbar or node (`create_bus`)."""

    vn_kv: Positive
    """Nominal voltage, kV line to line."""
    type: Literal["b", "n", "m"] = "b"
    """b busbar, n node, m muff."""
    zone: Text = ""
    """pandapower's free zone text; drillsim's zones stand in site.yaml."""
    in_service: Truth = True
    max_vm_pu: Positive | None = None
    """Highest permitted voltage, per unit of vn_kv."""
    min_vm_pu: Positive | None = None
    """Lowest permitted voltage, per unit of vn_kv."""


class ExtGrid(Row):
    """A utility feeder (`create_ext_grid`)."""

    bus: Id
    s_sc_max_mva: Positive
    """Greatest short-circuit power at the bus, MVA."""
    rx_max: NotNegative
    """R/X of the feeder's impedance at the greatest short-circuit power."""
    s_sc_min_mva: Positive | None = None
    """Least short-circuit power, MVA; the greatest where it is left out."""
    rx_min: NotNegative | None = None
    vm_pu: Positive = 1.0
    """Voltage held at the bus, per unit."""
    va_degree: Number = 0.0
    """Voltage angle held at the bus, degrees."""
    in_service: Truth = True


class LineType(Model):
    """A line's or cable's data per kilometre (`create_std_type(…, element="line")`)."""

    r_ohm_per_km: Number | None = None
    """Resistance; below 0 only in equivalents of other networks."""
    x_ohm_per_km: Number | None = None
    """Reactance; below 0 for a series capacitor and in equivalents of other networks."""
    c_nf_per_km: NotNegative | None = None
    max_i_ka: Positive | None = None
    """Permitted continuous current, kA."""
    g_us_per_km: NotNegative | None = None
    """Conductance, microsiemens a kilometre; 0 where it is left out."""
    type: Literal["cs", "ol"] | None = None
    """cs cable, ol overhead line."""


class OwnLineType(LineType):
    """A line type of the customer's own; every figure the power flow needs is due."""

    r_ohm_per_km: Number
    x_ohm_per_km: Number
    c_nf_per_km: NotNegative
    max_i_ka: Positive
    source: Text = ""
    """Source of the figures."""


class Line(Row, LineType):
    """A line or cable (`create_line`, `create_line_from_parameters`): `std_type`, or the figures, which win over it."""

    from_bus: Id
    to_bus: Id
    length_km: Positive
    std_type: Text = ""
    """Name of a type of `std_types`, of pandapower or of drillsim; empty when the row gives the figures."""
    parallel: Count = 1
    df: Ratio = 1.0
    """Derating factor of max_i_ka."""
    max_loading_percent: Positive | None = None
    in_service: Truth = True


class TrafoType(Model):
    """A two-winding transformer's nameplate (`create_std_type(…, element="trafo")`)."""

    sn_mva: Positive | None = None
    vn_hv_kv: Positive | None = None
    vn_lv_kv: Positive | None = None
    vk_percent: Figure | None = None
    """Short-circuit voltage, per cent; below 0 only in equivalents of other networks."""
    vkr_percent: Number | None = None
    """Its real part: load loss over rating, per cent."""
    pfe_kw: NotNegative | None = None
    """No-load loss, kW."""
    i0_percent: NotNegative | None = None
    """No-load current, per cent."""
    shift_degree: Number | None = None
    """Phase shift: clock number times 30; 0 where it is left out."""
    vector_group: Text | None = None
    tap_side: TapSide | None = None
    tap_neutral: Whole | None = None
    tap_min: Whole | None = None
    tap_max: Whole | None = None
    tap_step_percent: NotNegative | None = None
    tap_step_degree: Number | None = None
    tap_changer_type: TapChanger | None = None


class OwnTrafoType(TrafoType):
    """A transformer type of the customer's own; every figure the power flow needs is due."""

    sn_mva: Positive
    vn_hv_kv: Positive
    vn_lv_kv: Positive
    vk_percent: Figure
    vkr_percent: Number
    pfe_kw: NotNegative
    i0_percent: NotNegative
    source: Text = ""
    """Source of the figures."""


class Trafo(Row, TrafoType):
    """A transformer (`create_transformer`, `…_from_parameters`): `std_type`, or the figures, which win over it."""

    hv_bus: Id
    lv_bus: Id
    std_type: Text = ""
    """Name of a type of `std_types`, of pandapower or of drillsim; empty when the row gives the figures."""
    tap_pos: Whole | None = None
    """Position of the tap changer; the neutral one where it is left out."""
    parallel: Count = 1
    df: Ratio = 1.0
    """Derating factor of the rating."""
    max_loading_percent: Positive | None = None
    in_service: Truth = True


class Trafo3wType(Model):
    """A three-winding transformer's nameplate (`create_std_type(…, element="trafo3w")`)."""

    sn_hv_mva: Positive | None = None
    sn_mv_mva: Positive | None = None
    sn_lv_mva: Positive | None = None
    vn_hv_kv: Positive | None = None
    vn_mv_kv: Positive | None = None
    vn_lv_kv: Positive | None = None
    vk_hv_percent: Figure | None = None
    vk_mv_percent: Figure | None = None
    vk_lv_percent: Figure | None = None
    vkr_hv_percent: Number | None = None
    vkr_mv_percent: Number | None = None
    vkr_lv_percent: Number | None = None
    pfe_kw: NotNegative | None = None
    i0_percent: NotNegative | None = None
    shift_mv_degree: Number | None = None
    shift_lv_degree: Number | None = None
    vector_group: Text | None = None
    tap_side: TapSide3 | None = None
    tap_neutral: Whole | None = None
    tap_min: Whole | None = None
    tap_max: Whole | None = None
    tap_step_percent: NotNegative | None = None
    tap_changer_type: TapChanger | None = None


class OwnTrafo3wType(Trafo3wType):
    """A three-winding transformer type of the customer's own."""

    sn_hv_mva: Positive
    sn_mv_mva: Positive
    sn_lv_mva: Positive
    vn_hv_kv: Positive
    vn_mv_kv: Positive
    vn_lv_kv: Positive
    vk_hv_percent: Figure
    vk_mv_percent: Figure
    vk_lv_percent: Figure
    vkr_hv_percent: Number
    vkr_mv_percent: Number
    vkr_lv_percent: Number
    pfe_kw: NotNegative
    i0_percent: NotNegative
    source: Text = ""
    """Source of the figures."""


class Trafo3w(Row, Trafo3wType):
    """A three-winding transformer (`create_transformer3w`, `…_from_parameters`)."""

    hv_bus: Id
    mv_bus: Id
    lv_bus: Id
    std_type: Text = ""
    """Name of a type of `std_types` or of pandapower; empty when the row gives the figures."""
    tap_pos: Whole | None = None
    """Position of the tap changer; the neutral one where it is left out."""
    max_loading_percent: Positive | None = None
    in_service: Truth = True


class Impedance(Row):
    """A series reactor, or what stands for a part of the network (`create_impedance`). No switch stands at its ends:
    those beside it are between buses."""

    from_bus: Id
    to_bus: Id
    rft_pu: Number
    """Resistance seen from from_bus, per unit of sn_mva at the voltage of from_bus."""
    xft_pu: Number
    """Reactance seen from from_bus; below 0 for a series capacitor and in equivalents."""
    sn_mva: Positive
    """The power the figures refer to, MVA; no rating."""
    rtf_pu: Number | None = None
    """Resistance seen from to_bus; as rft_pu where it is left out."""
    xtf_pu: Number | None = None
    """Reactance seen from to_bus; as xft_pu where it is left out."""
    gf_pu: Number = 0.0
    bf_pu: Number = 0.0
    gt_pu: Number | None = None
    """Conductance at to_bus; as gf_pu where it is left out."""
    bt_pu: Number | None = None
    """Susceptance at to_bus; as bf_pu where it is left out."""
    in_service: Truth = True

    @property
    def seen_from_to(self) -> tuple[float, float, float, float]:
        """rtf, xtf, gt, bt: the figures of the other end where none are given."""
        given = ((self.rtf_pu, self.rft_pu), (self.xtf_pu, self.xft_pu), (self.gt_pu, self.gf_pu))
        r, x, g = (here if there is None else there for there, here in given)
        return r, x, g, self.bf_pu if self.bt_pu is None else self.bt_pu

    @property
    def is_symmetric(self) -> bool:
        """Return whether both ends see the same."""
        return self.seen_from_to == (self.rft_pu, self.xft_pu, self.gf_pu, self.bf_pu)


class Switch(Row):
    """A switching device (`create_switch`) between two buses, or between a bus and the end of a branch."""

    bus: Id
    element: Id
    """The other bus (et b), or the line (l), transformer (t) or three-winding transformer (t3) whose end it opens."""
    et: Literal["b", "l", "t", "t3"]
    type: Literal["CB", "LS", "LBS", "DS"] = "CB"
    """CB circuit breaker, LS load switch, LBS load break switch, DS isolator."""
    closed: Truth = True
    in_ka: Positive | None = None
    """Rated current, kA."""


class Load(Row):
    """A load of constant power (`create_load`)."""

    bus: Id
    p_mw: NotNegative
    q_mvar: Number = 0.0
    scaling: NotNegative = 1.0
    """Factor on p_mw and q_mvar."""
    in_service: Truth = True


class Motor(Row):
    """An asynchronous machine (`create_motor`): a load of constant power, whatever the voltage."""

    bus: Id
    pn_mech_mw: NotNegative
    """Rated mechanical power, MW."""
    cos_phi: Ratio
    """Power factor at the loading."""
    efficiency_percent: Positive = 100.0
    loading_percent: NotNegative = 100.0
    scaling: NotNegative = 1.0
    """Factor on the power."""
    lrc_pu: Positive | None = None
    """Locked-rotor current over rated current; kept for pandapower's short circuits."""
    vn_kv: Positive | None = None
    rx: NotNegative | None = None
    """R/X of the machine in a short circuit."""
    cos_phi_n: Ratio | None = None
    efficiency_n_percent: Positive | None = None
    in_service: Truth = True

    @property
    def drawn(self) -> Load:
        """The power it draws, as a load."""
        p_mw = self.pn_mech_mw / self.efficiency_percent * 100 * self.loading_percent / 100 * self.scaling
        q_mvar = sqrt(max((p_mw / self.cos_phi) ** 2 - p_mw**2, 0.0))
        return _load(self, self.bus, p_mw, q_mvar, self.in_service)


class AsymmetricLoad(Row):
    """A load with figures of its own for each phase (`create_asymmetric_load`): in the flow, which is symmetric, their
    sum."""

    bus: Id
    p_a_mw: Number = 0.0
    p_b_mw: Number = 0.0
    p_c_mw: Number = 0.0
    q_a_mvar: Number = 0.0
    q_b_mvar: Number = 0.0
    q_c_mvar: Number = 0.0
    scaling: NotNegative = 1.0
    """Factor on all of them."""
    type: Literal["wye", "delta"] = "wye"
    in_service: Truth = True

    @property
    def drawn(self) -> Load:
        """The phases together, as a load."""
        p_mw, q_mvar = self.p_a_mw + self.p_b_mw + self.p_c_mw, self.q_a_mvar + self.q_b_mvar + self.q_c_mvar
        return _load(self, self.bus, p_mw * self.scaling, q_mvar * self.scaling, self.in_service)


class Storage(Row):
    """A battery plant that charges (`create_storage`): a load. One that discharges is a source of site.yaml."""

    bus: Id
    p_mw: NotNegative
    """Power it charges with, MW."""
    q_mvar: Number = 0.0
    scaling: NotNegative = 1.0
    """Factor on p_mw and q_mvar."""
    max_e_mwh: NotNegative | None = None
    """Energy it holds, MWh; kept, the flow does not ask."""
    soc_percent: NotNegative | None = None
    in_service: Truth = True

    @property
    def drawn(self) -> Load:
        """The power it charges with, as a load."""
        return _load(self, self.bus, self.p_mw * self.scaling, self.q_mvar * self.scaling, self.in_service)


class Ward(Row):
    """A stand-in for a part of the network (`create_ward`): a load of constant power, and an impedance at its bus."""

    bus: Id
    ps_mw: NotNegative
    """Power drawn at any voltage, MW."""
    qs_mvar: Number
    pz_mw: Number
    """Power drawn by the impedance at 1 pu, MW. It stays when the load is switched off."""
    qz_mvar: Number
    in_service: Truth = True

    @property
    def drawn(self) -> Load:
        """The part of constant power, as a load."""
        return _load(self, self.bus, self.ps_mw, self.qs_mvar, self.in_service)


class Xward(Ward):
    """An extended ward (`create_xward`): as a ward, and a source of reactive power behind an impedance, which alone
    keeps no bus alive."""

    r_ohm: Number
    x_ohm: Number
    vm_pu: Positive
    """Voltage the reactive source holds, per unit."""


def _load(row: Row, bus: str, p_mw: float, q_mvar: float, in_service: bool) -> Load:
    return Load.model_construct(
        name=row.name, source=row.source, bus=bus, p_mw=p_mw, q_mvar=q_mvar, scaling=1.0, in_service=in_service
    )


class Shunt(Row):
    """A capacitor bank (q_mvar below 0) or reactor (`create_shunt`)."""

    bus: Id
    q_mvar: Number
    """Reactive power drawn at vn_kv and one step, Mvar."""
    p_mw: Number = 0.0
    """Active power drawn likewise, MW; below 0 only in equivalents of other networks."""
    vn_kv: Positive | None = None
    """Rated voltage, kV; the bus's where it is left out."""
    step: Annotated[Whole, Field(ge=0)] = 1
    max_step: Count = 1
    in_service: Truth = True


class StdTypes(Model):
    """The customer's own types; a name here wins over pandapower's and drillsim's."""

    line: dict[str, OwnLineType] = Field(default_factory=dict)
    trafo: dict[str, OwnTrafoType] = Field(default_factory=dict)
    trafo3w: dict[str, OwnTrafo3wType] = Field(default_factory=dict)


class Network(Model):
    """network.(yaml | json | xlsx)."""

    format: FormatOne
    f_hz: Positive = 50.0
    bus: Annotated[tuple[Bus, ...], Field(min_length=1)]
    ext_grid: tuple[ExtGrid, ...] = ()
    line: tuple[Line, ...] = ()
    trafo: tuple[Trafo, ...] = ()
    trafo3w: tuple[Trafo3w, ...] = ()
    impedance: tuple[Impedance, ...] = ()
    switch: tuple[Switch, ...] = ()
    load: tuple[Load, ...] = ()
    motor: tuple[Motor, ...] = ()
    asymmetric_load: tuple[AsymmetricLoad, ...] = ()
    storage: tuple[Storage, ...] = ()
    ward: tuple[Ward, ...] = ()
    xward: tuple[Xward, ...] = ()
    shunt: tuple[Shunt, ...] = ()
    std_types: StdTypes = StdTypes()

    @property
    def loads(self) -> tuple[Load, ...]:
        """Everything that draws power of a constant amount, as rows of `load`: those first, then the other tables."""
        others = tuple(row.drawn for table in DRAWING[1:] for row in getattr(self, table))
        return (*self.load, *others) if others else self.load


DRAWING: tuple[str, ...] = ("load", "motor", "asymmetric_load", "storage", "ward", "xward")
"""Tables whose rows draw power: each row is a load of the customer."""
TABLES: tuple[str, ...] = ("bus", "ext_grid", *BRANCH_KINDS, "switch", *DRAWING, "shunt")
"""The tables in the order files are written."""
ROW_OF: dict[str, type[Row]] = {
    "bus": Bus,
    "ext_grid": ExtGrid,
    "line": Line,
    "trafo": Trafo,
    "trafo3w": Trafo3w,
    "impedance": Impedance,
    "switch": Switch,
    "load": Load,
    "motor": Motor,
    "asymmetric_load": AsymmetricLoad,
    "storage": Storage,
    "ward": Ward,
    "xward": Xward,
    "shunt": Shunt,
}
"""The row model of each table: its fields are the pinned keys."""
