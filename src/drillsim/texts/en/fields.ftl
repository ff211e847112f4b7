# What every key of every file means. The English words are those of the schema; a test holds them equal.

## customer: Customer

field-customer-Customer-format = File format; 1.
field-customer-Customer-id = The customer's id.
field-customer-Customer-name = Name of the customer.
field-customer-Customer-industry = Its trade; sector rules go by it.
field-customer-Customer-importance = Class on the government's list.
field-customer-Customer-account_tier = The supply company's own tier of key account; independent of the importance class.
field-customer-Customer-contract = Supply contract.
field-customer-Customer-account_manager = Person of the supply company who looks after the customer.
field-customer-Customer-documents = Papers of the file.
field-customer-Customer-sector = Facts of its trade.
field-customer-Customer-classification = Marking on every page of its papers (密级标注), in the customer's own words; without it they say that they are internal. State secrets are not entered here, and no mark of secrecy is ever set by the program.
field-customer-Customer-language = Language of screen and documents, where neither a flag nor DRILLSIM_LANG says; without it the machine's.
field-customer-Customer-indices = Rules by which supply indices count.
field-customer-Customer-costs = Costs of changes; of changes that gain alike the cheaper one comes first.
field-customer-Customer-drills = Drills held.
field-customer-Customer-issues = Corrections agreed, open and closed; a weak point of the register is told there alone.
field-customer-Customer-outages = Planned outages of both sides.
field-customer-Customer-supply_changes = Changes of what hangs on the own emergency supply; an empty list says there was none.
field-customer-Customer-tests = Tests of equipment.
field-customer-Customer-holidays = Public holidays that matter for shifts.
field-customer-Customer-people = Everybody of both sides.
field-customer-Customer-source = Source of the facts of this file.

## customer: Importance

field-customer-Importance-level = SP 特级, C1 一级, C2 二级, TMP 临时性, none: not on the list.
field-customer-Importance-authority = Authority that put the customer on the list.
field-customer-Importance-date = Date of the entry on the list.
field-customer-Importance-document = Number of the document.

## customer: Contract

field-customer-Contract-number = Account or contract number.
field-customer-Contract-voltage_kv = Supply voltage.
field-customer-Contract-capacity_kva = Contracted capacity.
field-customer-Contract-metering = Place and manner of metering.
field-customer-Contract-agreement = Dispatch and supply agreement.

## customer: Document

field-customer-Document-title = Title of the paper.
field-customer-Document-date = Its date.
field-customer-Document-number = Its number.
field-customer-Document-kind = Kind of paper; rules ask for some.
field-customer-Document-until = Last day it holds.

## customer: Person

field-customer-Person-name = Name for people.
field-customer-Person-side = Side the person belongs to.
field-customer-Person-certificates = Certificates with expiry.
field-customer-Person-shifts = Duty hours; without any the person is never on duty.
field-customer-Person-off_duty = Place between shifts, and the time to come when called.
field-customer-Person-last_contact_test = Date somebody last reached them by their listed number.
field-customer-Person-trade = Trade; without it that of the roles, or an electrician by the certificate. No work goes to another trade.
field-customer-Person-source = Source of these facts.

## customer: Certificate

field-customer-Certificate-kind = Work it allows (高压电工).
field-customer-Certificate-until = Last day it is valid.

## customer: Shift

field-customer-Shift-days = On which days it begins; holidays count as `sat-sun` and `holiday`.
field-customer-Shift-from = Begin.
field-customer-Shift-to = End.
field-customer-Shift-place = Place the person is in while nothing calls them elsewhere.

## customer: OffDuty

field-customer-OffDuty-place = A place of the site file, such as `home`.
field-customer-OffDuty-comes_in = Time from the call to the first place on site; without it they do not come.

## customer: IndexRules

field-customer-IndexRules-sustained_above = Longer interruptions are sustained and count in SAIFI, SAIDI and CAIDI, others are momentary and count in MAIFI. Default 5 min: IEEE 1366.

## customer: Costs

field-customer-Costs-currency = Currency of all amounts, such as CNY.
field-customer-Costs-staff_per_year = One post more, a year.
field-customer-Costs-training = One training of a role, or practice of a step for a year.
field-customer-Costs-setting = One change of settings, with its test.
field-customer-Costs-purchase = One purchase or agreement of its kind: battery, genset, mobile_genset (vehicle or its agreement), ups, tank, delivery (of fuel), renewal (of an agreement), connection (plug, box, cable), feed (another supply of a load), relocation (out of a zone), route (of a cable or feeder), control_supply, remote_control, display, reserve (air, water, cold), spare, soft_starter (or drive of a motor), overhaul (of a set).

## customer: Sector

field-customer-Sector-hospital_level = Level of a hospital: tertiary 三级, secondary 二级, lower.
field-customer-Sector-can_evacuate = The building can be evacuated within three hours.
field-customer-Sector-medical_locations = Medical locations of groups 1 and 2.
field-customer-Sector-data_centre_grade = Grade of a data centre (GB 50174).
field-customer-Sector-uptime_tier = Tier of a data centre (TIA-942, Uptime).
field-customer-Sector-fuel_delivery_assured = Fuel deliveries are assured by contract.
field-customer-Sector-high_risk = Listed as a high-risk unit that drills its plan every half-year.
field-customer-Sector-processes = Loads by the critical process they serve; an empty list says there is none.

## customer: Drill

field-customer-Drill-date = Date of the drill.
field-customer-Drill-title = Subject drilled.
field-customer-Drill-form = Tabletop, live, functional, or simulated.
field-customer-Drill-scope = One task, or several together.
field-customer-Drill-purpose = To verify the plan, to demonstrate it, or to study something.
field-customer-Drill-notice = Scripted, unscripted, or time and content unknown to the players.
field-customer-Drill-sides = Sides that took part.
field-customer-Drill-covers = Scenario classes of the plan's scope that were drilled.
field-customer-Drill-cards = Response cards that were drilled.
field-customer-Drill-controllers = Number of people who controlled it.
field-customer-Drill-evaluators = Number of people who evaluated it.
field-customer-Drill-safety_officer = True where somebody could stop it for a real event.
field-customer-Drill-goals = Goals it was to show.
field-customer-Drill-families = Subjects of the evaluation.
field-customer-Drill-abort_if = Red lines at which it is broken off.
field-customer-Drill-comment_held = True where it was talked over on the spot (现场点评).
field-customer-Drill-evaluated = Date of the evaluation report.
field-customer-Drill-report = Number of the evaluation report.
field-customer-Drill-result = Conclusion: excellent, good, fair, poor (优良中差).
field-customer-Drill-exposed = Corrections it led to, by their ids in `issues` or in the register.

## customer: Issue

field-customer-Issue-text = Matter to be put right.
field-customer-Issue-code = Weak-point code.
field-customer-Issue-subject = Device, load, step or other id it is about.
field-customer-Issue-side = Side that has to do it.
field-customer-Issue-person = Person who answers for it.
field-customer-Issue-opened = Date it was found.
field-customer-Issue-due = By when it was to be done.
field-customer-Issue-closed = Date it was verified as done; without it, it is open.

## customer: PlannedOutage

field-customer-PlannedOutage-of = Sources, lines, transformers, transfers.
field-customer-PlannedOutage-from = First day.
field-customer-PlannedOutage-to = Last day.
field-customer-PlannedOutage-side = Side that takes it out.
field-customer-PlannedOutage-kind = Planned, or at short notice.
field-customer-PlannedOutage-notified = Date the other side was told.
field-customer-PlannedOutage-substitute = Resources or sources that stand in for it meanwhile.

## customer: SupplyChange

field-customer-SupplyChange-date = Date of the change.
field-customer-SupplyChange-load = Load that was put on it or taken off.
field-customer-SupplyChange-to = Put on, or taken off.
field-customer-SupplyChange-agreed = Date the supply company agreed.
field-customer-SupplyChange-filed = Date the change was filed.

## customer: TestRecord

field-customer-TestRecord-of = Things tested.
field-customer-TestRecord-kind = Transfer test, preventive test, run under load, battery test, insulation monitor, hook-up of a mobile genset.
field-customer-TestRecord-date = Date of the test.
field-customer-TestRecord-passed = True where it passed.
field-customer-TestRecord-minutes = Time it ran, minutes.
field-customer-TestRecord-load_percent = Load, percent of the rating.

## customer: MedicalLocation

field-customer-MedicalLocation-name = Name for people.
field-customer-MedicalLocation-group = Group.
field-customer-MedicalLocation-loads = Loads of its safety supply.
field-customer-MedicalLocation-safety_class = Longest time until the safety supply is there: 0.5 s, 15 s, or more.
field-customer-MedicalLocation-it_system = Fed by an IT system of its own.
field-customer-MedicalLocation-insulation_monitor = The IT system has an insulation monitor.
field-customer-MedicalLocation-lighting = Loads of its safety lighting.
field-customer-MedicalLocation-safety_light_percent = Share of the usual luminance the safety supply gives.

## customer: DrillGoal

field-customer-DrillGoal-text = The goal.
field-customer-DrillGoal-limit = Time it must be reached in.
field-customer-DrillGoal-reached = Time it took.
field-customer-DrillGoal-rating = P performed without challenges, S with some, M with major ones, U unable to be performed (HSEEP).

## network: Network

field-network-Network-std_types = The customer's own types; a name here wins over pandapower's and drillsim's.

## network: Bus

field-network-Bus-name = The id, unique over all tables; other files refer to the element by it.
field-network-Bus-source = Source of the row's figures, when they are not the customer's own.
field-network-Bus-vn_kv = Nominal voltage, kV line to line.
field-network-Bus-type = b busbar, n node, m muff.
field-network-Bus-zone = pandapower's free zone text; drillsim's zones stand in site.yaml.
field-network-Bus-max_vm_pu = Highest permitted voltage, per unit of vn_kv.
field-network-Bus-min_vm_pu = Lowest permitted voltage, per unit of vn_kv.

## network: ExtGrid

field-network-ExtGrid-name = The id, unique over all tables; other files refer to the element by it.
field-network-ExtGrid-source = Source of the row's figures, when they are not the customer's own.
field-network-ExtGrid-s_sc_max_mva = Greatest short-circuit power at the bus, MVA.
field-network-ExtGrid-rx_max = R/X of the feeder's impedance at the greatest short-circuit power.
field-network-ExtGrid-s_sc_min_mva = Least short-circuit power, MVA; the greatest where it is left out.
field-network-ExtGrid-vm_pu = Voltage held at the bus, per unit.
field-network-ExtGrid-va_degree = Voltage angle held at the bus, degrees.

## network: Line

field-network-Line-r_ohm_per_km = Resistance; below 0 only in equivalents of other networks.
field-network-Line-x_ohm_per_km = Reactance; below 0 for a series capacitor and in equivalents of other networks.
field-network-Line-max_i_ka = Permitted continuous current, kA.
field-network-Line-g_us_per_km = Conductance, microsiemens a kilometre; 0 where it is left out.
field-network-Line-type = cs cable, ol overhead line.
field-network-Line-name = The id, unique over all tables; other files refer to the element by it.
field-network-Line-source = Source of the row's figures, when they are not the customer's own.
field-network-Line-std_type = Name of a type of `std_types`, of pandapower or of drillsim; empty when the row gives the figures.
field-network-Line-df = Derating factor of max_i_ka.

## network: Trafo

field-network-Trafo-vk_percent = Short-circuit voltage, per cent; below 0 only in equivalents of other networks.
field-network-Trafo-vkr_percent = Its real part: load loss over rating, per cent.
field-network-Trafo-pfe_kw = No-load loss, kW.
field-network-Trafo-i0_percent = No-load current, per cent.
field-network-Trafo-shift_degree = Phase shift: clock number times 30; 0 where it is left out.
field-network-Trafo-name = The id, unique over all tables; other files refer to the element by it.
field-network-Trafo-source = Source of the row's figures, when they are not the customer's own.
field-network-Trafo-std_type = Name of a type of `std_types`, of pandapower or of drillsim; empty when the row gives the figures.
field-network-Trafo-tap_pos = Position of the tap changer; the neutral one where it is left out.
field-network-Trafo-df = Derating factor of the rating.

## network: Trafo3w

field-network-Trafo3w-name = The id, unique over all tables; other files refer to the element by it.
field-network-Trafo3w-source = Source of the row's figures, when they are not the customer's own.
field-network-Trafo3w-std_type = Name of a type of `std_types` or of pandapower; empty when the row gives the figures.
field-network-Trafo3w-tap_pos = Position of the tap changer; the neutral one where it is left out.

## network: Switch

field-network-Switch-name = The id, unique over all tables; other files refer to the element by it.
field-network-Switch-source = Source of the row's figures, when they are not the customer's own.
field-network-Switch-element = The other bus (et b), or the line (l), transformer (t) or three-winding transformer (t3) whose end it opens.
field-network-Switch-type = CB circuit breaker, LS load switch, LBS load break switch, DS isolator.
field-network-Switch-in_ka = Rated current, kA.

## network: Load

field-network-Load-name = The id, unique over all tables; other files refer to the element by it.
field-network-Load-source = Source of the row's figures, when they are not the customer's own.
field-network-Load-scaling = Factor on p_mw and q_mvar.

## network: Impedance

field-network-Impedance-name = The id, unique over all tables; other files refer to the element by it.
field-network-Impedance-source = Source of the row's figures, when they are not the customer's own.
field-network-Impedance-rft_pu = Resistance seen from from_bus, per unit of sn_mva at the voltage of from_bus.
field-network-Impedance-xft_pu = Reactance seen from from_bus; below 0 for a series capacitor and in equivalents.
field-network-Impedance-sn_mva = The power the figures refer to, MVA; no rating.
field-network-Impedance-rtf_pu = Resistance seen from to_bus; as rft_pu where it is left out.
field-network-Impedance-xtf_pu = Reactance seen from to_bus; as xft_pu where it is left out.
field-network-Impedance-gt_pu = Conductance at to_bus; as gf_pu where it is left out.
field-network-Impedance-bt_pu = Susceptance at to_bus; as bf_pu where it is left out.

## network: Motor

field-network-Motor-name = The id, unique over all tables; other files refer to the element by it.
field-network-Motor-source = Source of the row's figures, when they are not the customer's own.
field-network-Motor-pn_mech_mw = Rated mechanical power, MW.
field-network-Motor-cos_phi = Power factor at the loading.
field-network-Motor-scaling = Factor on the power.
field-network-Motor-lrc_pu = Locked-rotor current over rated current; kept for pandapower's short circuits.
field-network-Motor-rx = R/X of the machine in a short circuit.

## network: AsymmetricLoad

field-network-AsymmetricLoad-name = The id, unique over all tables; other files refer to the element by it.
field-network-AsymmetricLoad-source = Source of the row's figures, when they are not the customer's own.
field-network-AsymmetricLoad-scaling = Factor on all of them.

## network: Storage

field-network-Storage-name = The id, unique over all tables; other files refer to the element by it.
field-network-Storage-source = Source of the row's figures, when they are not the customer's own.
field-network-Storage-p_mw = Power it charges with, MW.
field-network-Storage-scaling = Factor on p_mw and q_mvar.
field-network-Storage-max_e_mwh = Energy it holds, MWh; kept, the flow does not ask.

## network: Ward

field-network-Ward-name = The id, unique over all tables; other files refer to the element by it.
field-network-Ward-source = Source of the row's figures, when they are not the customer's own.
field-network-Ward-ps_mw = Power drawn at any voltage, MW.
field-network-Ward-pz_mw = Power drawn by the impedance at 1 pu, MW. It stays when the load is switched off.

## network: Xward

field-network-Xward-name = The id, unique over all tables; other files refer to the element by it.
field-network-Xward-source = Source of the row's figures, when they are not the customer's own.
field-network-Xward-ps_mw = Power drawn at any voltage, MW.
field-network-Xward-pz_mw = Power drawn by the impedance at 1 pu, MW. It stays when the load is switched off.
field-network-Xward-vm_pu = Voltage the reactive source holds, per unit.

## network: Shunt

field-network-Shunt-name = The id, unique over all tables; other files refer to the element by it.
field-network-Shunt-source = Source of the row's figures, when they are not the customer's own.
field-network-Shunt-p_mw = Active power drawn likewise, MW; below 0 only in equivalents of other networks.
field-network-Shunt-q_mvar = Reactive power drawn at vn_kv and one step, Mvar.
field-network-Shunt-vn_kv = Rated voltage, kV; the bus's where it is left out.

## network: OwnLineType

field-network-OwnLineType-g_us_per_km = Conductance, microsiemens a kilometre; 0 where it is left out.
field-network-OwnLineType-type = cs cable, ol overhead line.
field-network-OwnLineType-source = Source of the figures.

## network: OwnTrafoType

field-network-OwnTrafoType-shift_degree = Phase shift: clock number times 30; 0 where it is left out.
field-network-OwnTrafoType-source = Source of the figures.

## network: OwnTrafo3wType

field-network-OwnTrafo3wType-source = Source of the figures.

## site: Site

field-site-Site-format = File format; 1.
field-site-Site-devices = Facts of switch rows.
field-site-Site-interlocks = Interlocks.
field-site-Site-elements = Facts of lines, transformers and reactors.
field-site-Site-sources = Feeders, gensets, UPSs.
field-site-Site-transfers = Automatic transfers.
field-site-Site-loads = Facts of load rows.
field-site-Site-profiles = Demand by load situation.
field-site-Site-functions = Activities of the customer.
field-site-Site-stores = Tanks.
field-site-Site-zones = Common causes by place.
field-site-Site-places = Places people stand in.
field-site-Site-travel = Ways between places.
field-site-Site-observations = Places where facts show.
field-site-Site-channels = Ways to reach people.
field-site-Site-modes = Operating modes; `normal` is the network file as it stands.
field-site-Site-earths = Earthing switches and places for portable earths.
field-site-Site-protection_groups = Bus and differential protections.
field-site-Site-dc_supplies = DC control supplies.
field-site-Site-genset_groups = Gensets that run in parallel.
field-site-Site-connection_points = Points where mobile gensets are plugged in.
field-site-Site-measures = Non-electrical safety measures.

## site: Device

field-site-Device-source = Source of the figures, or `assumed`.
field-site-Device-label = Name-and-number label (双重编号) as it stands on the panel.
field-site-Device-kind = Kind of device; without it, pandapower's `type` of the row decides (CB breaker, LBS load switch, DS isolator).
field-site-Device-place = Place one stands in to operate and see it.
field-site-Device-side = Side whose people operate it.
field-site-Device-dispatch = The dispatcher's say: under order, by permit, informed, or none.
field-site-Device-operates_in = Own time from command to position; 80 ms: assumed, medium-voltage vacuum breaker with relay.
field-site-Device-remote = Can be operated and read from afar.
field-site-Device-by_hand = Can be operated by hand at its place.
field-site-Device-trips = Protection stages; without any, the nearest device to a fault trips and selectivity is an assumption.
field-site-Device-fails_to_operate = Chance that it stays where it is, per demand.
field-site-Device-control_supply = DC supply its protection, its remote operation and its automatic operation need; by hand it moves without.
field-site-Device-undervoltage_release = Opens by itself in a dip.
field-site-Device-position = Truck position; only `working` connects.
field-site-Device-charges_in = Recharging its spring from the control supply after closing; without it, at once.

## site: Interlock

field-site-Interlock-source = Source of the figures, or `assumed`.
field-site-Interlock-of = Devices.
field-site-Interlock-closed_at_most = Number that may be closed.
field-site-Interlock-kind = Key and electrical ones hold by themselves; a procedural one is only as good as the people.

## site: Element

field-site-Element-source = Source of the figures, or `assumed`.
field-site-Element-failures_per_year = Failure rate. Without it campaigns assume one: a line 0.04 a km, a transformer 0.015, a bus 0.001 (RBTS).
field-site-Element-repair = From fault to back in service.
field-site-Element-found_in = Finding a fault on it and getting to the switches around it, before a step isolates it; without it, at once.
field-site-Element-route = Zones it runs through (trench, tunnel, tower line).
field-site-Element-overload = Loading above its rating it may carry, and the time; without any, nothing above 100 %.

## site: Feeder

field-site-Feeder-name = Name for people.
field-site-Feeder-source = Source of the figures, or `assumed`.
field-site-Feeder-kind = `feeder`.
field-site-Feeder-role = Use the customer makes of it.
field-site-Feeder-side = Side of the source.
field-site-Feeder-substation = Substation it comes from.
field-site-Feeder-section = Bus section there.
field-site-Feeder-route = Zones it runs through.
field-site-Feeder-breaker = Switch row at its head.
field-site-Feeder-failures_per_year = Interruptions a year.
field-site-Feeder-outage = Time one outage lasts.
field-site-Feeder-system = Feeders with the same value may be paralleled; without it each is a system of its own.
field-site-Feeder-reclose = The utility recloses its breaker after a trip.
field-site-Feeder-capacity_kw = Power the utility can give over it; more for `overload_after` and it disconnects.
field-site-Feeder-overload_after = Time it stands more than `capacity_kw`. Default 10 min: assumed.
field-site-Feeder-neighbours = Other customers on its head breaker, who lose supply when the customer's fault trips it.
field-site-Feeder-neighbours_kw = Their demand, kW.
field-site-Feeder-earth_fault_a = Earth-fault current its neutral earthing lets through, A; without it the neutral is isolated or compensated.

## site: Genset

field-site-BurnPoint-kw = Load.
field-site-BurnPoint-l_per_h = Fuel the set burns at it, litres an hour.
field-site-Genset-name = Name for people.
field-site-Genset-source = Source of the figures, or `assumed`.
field-site-Genset-kind = `genset`.
field-site-Genset-role = Always an emergency source.
field-site-Genset-bus = Its terminal bus.
field-site-Genset-breaker = Switch row from the terminal to the board.
field-site-Genset-place = Place it is started by hand in.
field-site-Genset-rated_kw = Rated active power.
field-site-Genset-called_by = Transfers whose loss of normal supply starts it.
field-site-Genset-control = Selector position in normal operation.
field-site-Genset-attempts = Start attempts of one demand. Default 3: GB 12786 as quoted in public pages, unverified.
field-site-Genset-crank = One attempt. Default 10 s: GB 12786 (8–12 s), unverified.
field-site-Genset-pause = Between attempts. Default 8 s: GB 12786 (5–10 s), unverified.
field-site-Genset-ready = From the call to ready for load, when the start succeeds. Default 12 s: GB 12786 (8–20 s), unverified.
field-site-Genset-fails_to_start = Chance per demand, all attempts together. Default 0.0094: NREL REopt.jl.
field-site-Genset-manual_start_fails = Chance per manual demand. Default 0.05: assumed.
field-site-Genset-mean_time_to_failure = Running time between failures; without it, running never fails.
field-site-Genset-fails_per_running_hour = Chance of failing in a running hour, drawn as the hour begins, the first when it starts: of an hour in which it fails it gives nothing. Instead of `mean_time_to_failure`, where exact answers are wanted.
field-site-Genset-overload_percent = Above this share of the rating it trips after `overload_after`. Default 110 %: assumed, ISO 8528 overload.
field-site-Genset-overload_after = Delay of that trip; assumed.
field-site-Genset-cool_down = Runs on without load this long once the mains are back; assumed.
field-site-Genset-fuel = Store it burns from.
field-site-Genset-fuel_l_per_kwh = Burn at full load. Default 0.27 l/kWh: public consumption chart, 500–2000 kW.
field-site-Genset-no_load_burn_percent = Burn without load, percent of that at full load; in between it is linear. Default 17 up to 100 kW rated, 12 above: assumed.
field-site-Genset-burn = Burn curve in place of the two: at least two rising points, linear between them; the first and the last segment are carried on.
field-site-Genset-last_start_test = Last start test.
field-site-Genset-last_load_test = Last test under load.
field-site-Genset-step_load_percent = Largest load step it takes at once, percent of its rating; more and it stalls. Without it no step stalls it, and one above 60 % is a weak point on paper.
field-site-Genset-starting_kva = Largest motor starting kVA it takes with a dip of 20 %; without it, twice its rated kVA at power factor 0.8.
field-site-Genset-min_load_percent = Below this share for long it soots (湿堆). Default 30 %: NFPA 110 monthly test, unverified.
field-site-Genset-xd_percent = Subtransient reactance, percent of its rated kVA at power factor 0.8. Default 15 %: assumed.
field-site-Genset-installed = Date it was installed.
field-site-Genset-needs = Loads, buses or sources its cooling and control run on; it stops `needs_after` after one of them is dead.
field-site-Genset-needs_after = Time it runs without them. Default 5 min: assumed.
field-site-Genset-start_battery = Start batteries.

## site: Ups

field-site-Ups-name = Name for people.
field-site-Ups-source = Source of the figures, or `assumed`.
field-site-Ups-kind = `ups`.
field-site-Ups-role = Always the no-break source.
field-site-Ups-input = Bus that feeds it.
field-site-Ups-output = Bus it feeds.
field-site-Ups-rated_kw = Rating of the output.
field-site-Ups-input_below_pu = Input voltage of any phase below this is none to it: it runs on its battery. Default 0.85: assumed.
field-site-Ups-efficiency_percent = Output over input, percent. Default 94: assumed.
field-site-Ups-battery_kwh = Usable energy of the battery, at the output.
field-site-Ups-charged_percent = Charge at T0.
field-site-Ups-recharge_kw = Power drawn to recharge after an outage.
field-site-Ups-installed = Date the battery was installed.
field-site-Ups-mode = Mode at T0; in bypass the output follows the bypass supply and the battery does not help.
field-site-Ups-bypass = Bus of the bypass supply; without it, the input bus.
field-site-Ups-static_bypass = Goes to bypass by itself on overload or failure; without one the output is dead.
field-site-Ups-overload_percent = Above this share of the rating it goes to bypass after `overload_after`. Default 125 %: assumed.
field-site-Ups-overload_after = Delay of that. Default 1 min: assumed.
field-site-Ups-battery_percent = Part of `battery_kwh` left with age; 80 % is the end of life.
field-site-Ups-place = Place its mode is set by hand in.
field-site-Ups-failures_per_year = Rate at which it fails while running.
field-site-Ups-needs = Loads, buses or sources its room's cooling runs on.
field-site-Ups-needs_after = Time it runs without them before it switches itself off; without it, it does not.

## site: BusTieTransfer

field-site-BusTieTransfer-name = Name for people.
field-site-BusTieTransfer-source = Source of the figures, or `assumed`.
field-site-BusTieTransfer-kind = `bus_tie_transfer`.
field-site-BusTieTransfer-incomers = The two incoming breakers.
field-site-BusTieTransfer-tie = The bus tie it closes; without it, the open incomer is closed instead.
field-site-BusTieTransfer-enabled = In service (压板 on).
field-site-BusTieTransfer-charge = Both sides healthy for this long before it may act.
field-site-BusTieTransfer-undervoltage_pu = Working voltage below this starts it.
field-site-BusTieTransfer-standby_above_pu = Standby voltage must be above this.
field-site-BusTieTransfer-delay = From loss of voltage to opening the working incomer; must outwait upstream reclosing.
field-site-BusTieTransfer-vt_supervision = Sees a broken voltage transformer circuit and does not start on it.
field-site-BusTieTransfer-current_blocking = Does not start while the working incomer carries current.
field-site-BusTieTransfer-fault_blocking = Blocked by bus protection when the lost section has a fault.
field-site-BusTieTransfer-rearm = Acts once; re-armed by hand.
field-site-BusTieTransfer-fails_to_operate = Chance per demand.
field-site-BusTieTransfer-place = Place it is enabled and disabled in.
field-site-BusTieTransfer-blocked_by = Protection groups whose trip blocks it; without any, every bus fault blocks it when `fault_blocking`.
field-site-BusTieTransfer-control_supply = DC supply it needs.

## site: Ats

field-site-Ats-name = Name for people.
field-site-Ats-source = Source of the figures, or `assumed`.
field-site-Ats-kind = `ats`.
field-site-Ats-normal = Switch row to the normal supply.
field-site-Ats-standby = Switch row to the standby supply.
field-site-Ats-enabled = In automatic.
field-site-Ats-delay = From loss of the normal supply to acting.
field-site-Ats-takes = Open one side, close the other.
field-site-Ats-return = Going back.
field-site-Ats-fails_to_operate = Chance per demand.
field-site-Ats-place = Place it is operated by hand in.
field-site-Ats-acts_below_pu = Voltage of any phase below which a side is as good as dead to it. Without it 0.85 in a run (assumed).
field-site-Ats-control_supply = DC supply or battery it needs; dead, it stays where it is.

## site: Load

field-site-Load-source = Source of the figures, or `assumed`.
field-site-Load-name = Name for people.
field-site-Load-grade = Load grade (GB 50052): 1S 一级中特别重要, 1, 2, 3.
field-site-Load-security = Safety-critical load (保安负荷).
field-site-Load-customers = Customers behind it, as supply indices (SAIFI, SAIDI) count them.
field-site-Load-max_interruption = Longest interruption allowed; without it the load is not judged.
field-site-Load-min_supply_time = Time its supply must last through an outage.
field-site-Load-shed = Permission for the plan to shed it.
field-site-Load-profile = Share of the row's demand by load situation.
field-site-Load-place = Place one sees in whether it is live, and starts it again by hand.
field-site-Load-cords = Buses that replace the row's own bus; shares sum to 100 or more. It is live while any of them is.
field-site-Load-runs_above_pu = Voltage it runs at, per unit; below, it counts as interrupted. Without it 0.7 (assumed), for a held contactor its drops_below_pu; then more than 60 s below 0.85 is beyond what can be said.
field-site-Load-motor = The motor behind it: starting power, run-up, group. Without one, `serves` says what the load is for.
field-site-Load-contactor = It drops out in a dip.
field-site-Load-cold_load = It draws more after an outage.
field-site-Load-serves = Purpose it serves; rules for fire pumps, cooling, lifts and safety lighting go by it.

## site: Profile

field-site-Profile-percent = Share of the network row's `p_mw` for each situation a scenario may name.
field-site-Profile-source = Source of the figures.

## site: Function

field-site-Function-source = Source of the figures, or `assumed`.
field-site-Function-name = Name for people.
field-site-Function-needs = Supply it needs, and the time it rides without.
field-site-Function-max_interruption = Longest interruption allowed; without it the function is not judged.
field-site-Function-harm = Irreversible harm.
field-site-Function-restart = Way it comes back.
field-site-Function-safe_stop = Way it is stopped in good order once it is lost; safely stopped, it is not harmed.
field-site-Function-on_lost = Effects of its loss on loads.
field-site-Function-after = Functions that must be normal before it is restarted.
field-site-Function-mtpd = Longest disruption the customer can bear (MTPD, ISO 22301).
field-site-Function-minimum_service = Belongs to the least service that is kept through an outage (MBCO, ISO 22301).

## site: Store

field-site-Store-name = Name for people.
field-site-Store-source = Source of the figures, or `assumed`.
field-site-Store-holds = Substance in it.
field-site-Store-capacity_l = Usable volume.
field-site-Store-level_l = Volume at T0.
field-site-Store-in = Flows that fill it.
field-site-Store-out = Flows that empty it.
field-site-Store-place = Place it is read and refilled by hand in.
field-site-Store-refill_l = Amount one refill by hand brings; without it, it is filled up.
field-site-Store-contaminated = True where its contents stop whatever burns them.

## site: Zone

field-site-Zone-source = Source of the figures, or `assumed`.
field-site-Zone-name = Name for people.
field-site-Zone-contains = Buses, switches, lines, transformers, reactors, loads, sources, transfers in it.
field-site-Zone-failures_per_year = Rate at which it is lost as a whole, with everything in it: the rate of the common cause. Without it campaigns assume 0.005.

## site: Place

field-site-Place-source = Source of the figures, or `assumed`.
field-site-Place-name = Name for people.
field-site-Place-zone = Zone it lies in.
field-site-Place-key = Resource of the plan one needs to get in.

## site: Way

field-site-Way-source = Source of the figures, or `assumed`.
field-site-Way-from = From.
field-site-Way-to = To.
field-site-Way-takes = On foot or by car.

## site: Observation

field-site-Observation-source = Source of the figures, or `assumed`.
field-site-Observation-name = Name for people.
field-site-Observation-sees = Facts it shows.
field-site-Observation-shown_at = Place where it is seen.
field-site-Observation-delay = From the fact to the display.
field-site-Observation-needs = Loads, buses or sources it runs on; dark when any of them is.

## site: Channel

field-site-Channel-source = Source of the figures, or `assumed`.
field-site-Channel-name = Name for people.
field-site-Channel-needs = Loads, buses or sources it runs on.
field-site-Channel-no_answer = Chance that one call is not answered.
field-site-Channel-all_hear = Everybody on duty of the role that is called hears it (a radio group).

## site: Mode

field-site-Mode-source = Source of the figures, or `assumed`.
field-site-Mode-open = Switches open in it.
field-site-Mode-closed = Switches closed in it.
field-site-Mode-out_of_service = Lines, transformers or sources out of service.
field-site-Mode-disabled = Transfers and protection groups out of service.
field-site-Mode-set = Selector positions of pumps, gensets and UPSs; a function that is `off` is stopped in good order.
field-site-Mode-positions = Truck positions of devices.
field-site-Mode-earthed = Earths that are on.

## site: Stage

field-site-Stage-above_a = Current through the device, A.
field-site-Stage-after = Delay of a definite stage; least delay of an inverse one.
field-site-Stage-sees = Phase current, or the residual current of an earth fault.
field-site-Stage-curve = `definite` trips after `after`; an inverse curve of IEC 60255-151 after `times` × k ÷ ((I ÷ above_a)^a − 1).
field-site-Stage-times = Time multiplier of an inverse curve.

## site: AtsReturn

field-site-AtsReturn-mode = By itself or by hand.
field-site-AtsReturn-after = Normal supply healthy this long. Default 10 min: assumed.

## site: Need

field-site-Need-load = A load that must be live.
field-site-Need-function = A function that must not be lost.
field-site-Need-source = A source that must be live.
field-site-Need-ref = An id written without its kind: a load, function, source or store.
field-site-Need-all = Every one.
field-site-Need-any = At least one, or as many as `at_least` or `kw` ask for.
field-site-Need-at_least = Number of `any` it takes.
field-site-Need-kw = Power of `any` it takes, kW, in place of a number: rated kW of the loads (their p_mw) and sources that are there.
field-site-Need-rides = Time the function goes on without it.
field-site-Need-store = A store that must not be empty.

## site: Harm

field-site-Harm-after = Lost for this long, and not safely stopped.
field-site-Harm-what = People or things harmed.

## site: Restart

field-site-Restart-source = Source of the figures, or `assumed`.
field-site-Restart-takes = From needs back to normal.
field-site-Restart-by = Role that must do it; without one it restarts by itself.
field-site-Restart-place = Place it is restarted in.

## site: Inflow

field-site-Inflow-by = Load that must be live and switched on.
field-site-Inflow-l_per_min = Rate.
field-site-Inflow-from = Store it draws from; without it, the supply never ends.
field-site-Inflow-starts_below_percent = Level at which it starts; assumed.
field-site-Inflow-stops_above_percent = Level at which it stops; assumed.

## site: Outflow

field-site-Outflow-to = The source, load or function.
field-site-Outflow-l_per_min = Draw of a load or function; a source burns by its own figure.
field-site-Outflow-while_dead = Drawn only while all these loads are dead (chilled water while the chillers stand); else while `to` is live.

## site: Sight

field-site-Sight-bus = Buses: live or dead.
field-site-Sight-load = Loads: live or dead.
field-site-Sight-switch = Switches: open or closed.
field-site-Sight-source = Sources: live, dead or failed.
field-site-Sight-function = Functions and their state.
field-site-Sight-store = Store levels.

## plan: Plan

field-plan-Plan-format = File format; 1.
field-plan-Plan-id = Number of the plan.
field-plan-Plan-version = Version.
field-plan-Plan-status = Status.
field-plan-Plan-languages = Languages the plan is written in; new wording is proposed in them.
field-plan-Plan-reason = Reason this version was written for.
field-plan-Plan-effective = In force from.
field-plan-Plan-next_review = Review due.
field-plan-Plan-sign_offs = Approvals.
field-plan-Plan-revised_because = Causes that made this version due: law, command, risk, resources, a drill or real event, other (应急管理部令第2号).
field-plan-Plan-report_limits = By when a disturbance must be known to whom.
field-plan-Plan-scope = Scenario classes it must answer (SRC1, SRC2, EPS …).
field-plan-Plan-actors = Roles.
field-plan-Plan-permits = Dispatcher's permissions.
field-plan-Plan-cards = Response cards.
field-plan-Plan-restoration = Back to normal.
field-plan-Plan-resources = Resources the plan counts on.
field-plan-Plan-orders = Written switching orders.
field-plan-Plan-order_rules = Cases in which an order is not waited for.
field-plan-Plan-tiers = Load-shedding list, first tier first.
field-plan-Plan-contact_tree = Branches of the contact tree, from role to role.
field-plan-Plan-shift_end = Rule for a shift that ends in mid-step.

## plan: SignOff

field-plan-SignOff-side = Side that signs.
field-plan-SignOff-role = As what.
field-plan-SignOff-name = Person who signs.
field-plan-SignOff-date = Date of the signature.

## plan: Actor

field-plan-Actor-name = Name for people.
field-plan-Actor-side = Side of the role.
field-plan-Actor-held_by = People who hold it, in the order they are taken.
field-plan-Actor-certificate = Kind of certificate the role needs; a holder without a valid one is not taken.
field-plan-Actor-trade = Trade; without it an electrician by the certificate, or that of the holders. A role without one gives its work to nobody else.

## plan: Permit

field-plan-Permit-covers = Devices nobody operates before it is given.
field-plan-Permit-from = Role that gives it.
field-plan-Permit-decides_in = From being asked to the answer.
field-plan-Permit-channel = Channel it is asked for by.
field-plan-Permit-clause = Clause of the plan.
field-plan-Permit-source = Source of the figures.
field-plan-Permit-steps = Steps of the task it covers, whatever they operate; without any, every step that operates a covered device.
field-plan-Permit-refuses = Chance that the dispatcher refuses.
field-plan-Permit-asked_again_after = After a refusal, asked once more so much later; without it, a refusal stands.
field-plan-Permit-dead_may_open = Opening a covered device that is dead on both sides counts as permitted by the dispatch agreement, and is reported after; a request right before it waits for no answer. Closing never does.

## plan: Card

field-plan-Card-id = Unique in the plan.
field-plan-Card-title = Purpose of the card.
field-plan-Card-clause = Anchor in the paper plan.
field-plan-Card-side = Side of the card.
field-plan-Card-covers = Scenario classes of `scope` it answers.
field-plan-Card-level = Response level.
field-plan-Card-trigger = Condition the activating role must know.
field-plan-Card-activation = Roles that start it.
field-plan-Card-steps = Steps, in the order they are read.
field-plan-Card-ends = Condition that ends it: steps not yet begun are dropped.
field-plan-Card-again = May be triggered again after its end, once somebody who knew the trigger to be met has learned that it is not, and it is met anew (or the message comes again). Its steps begin anew.

## plan: Resource

field-plan-Resource-name = Name of the resource.
field-plan-Resource-quantity = Number of pieces; of fuel, litres one delivery brings to the store it fills.
field-plan-Resource-place = Place it is kept in.
field-plan-Resource-owner = Owner.
field-plan-Resource-agreement_until = Last day of the agreement.
field-plan-Resource-kind = Kind of resource.
field-plan-Resource-brings = The mobile genset it is, or the store a fuel delivery fills.
field-plan-Resource-mobilise = From being called to being there; without it, it is there from the start.
field-plan-Resource-storm_mobilise = The same in a storm; without it, as in fair weather.
field-plan-Resource-taken_in_storm = Chance that in a storm others have it already.
field-plan-Resource-from = Role that sends it, once it knows of the call.
field-plan-Resource-source = Source of the figures.

## plan: Condition

field-plan-Condition-switch = Switch ids; `is: open` or `closed`.
field-plan-Condition-bus = Bus ids; `is: live`, `dead`, `proved_dead` (tested since it went dead), `earthed` or `earth_fault` (alarm).
field-plan-Condition-load = Load ids; `is: live` or `dead`.
field-plan-Condition-source = Source ids; `is: live`, `dead` or `failed` (called and did not come, or stopped by itself).
field-plan-Condition-function = Function ids; `is: normal`, `riding_through`, `lost`, `safe_stopped`, `restarting` or `harmed`.
field-plan-Condition-store = Store ids, with `above_percent` or `below_percent` of their capacity.
field-plan-Condition-step = Step ids of the plan; `is: done` unless another state is named.
field-plan-Condition-message = Step ids whose message this person must have received.
field-plan-Condition-is = The state asked for.
field-plan-Condition-above_percent = Store level above this share of its capacity.
field-plan-Condition-below_percent = Store level below this share of its capacity.
field-plan-Condition-for = The state must have been known for this long.
field-plan-Condition-all = Every one holds.
field-plan-Condition-any = At least one holds.
field-plan-Condition-not = It does not hold.
field-plan-Condition-from = For `message`: the role it must have come from.
field-plan-Condition-transfer = Transfer ids; `is: enabled` (a bus-tie transfer that has acted, or whose incomer was opened by hand, no more until it is armed anew), `disabled`, or the side an ATS stands on, `normal` or `standby`.
field-plan-Condition-measure = Measure ids; `is: applied` or `over`.
field-plan-Condition-resource = Resource ids; `is: here` or `taken`.
field-plan-Condition-element = Lines, transformers or buses; `is: faulted` once the fault has been found, or `sound`.

## plan: Activation

field-plan-Activation-by = Role; one holder must know the trigger.
field-plan-Activation-decide = Time to decide; without it the card starts by itself as soon as the trigger is known.

## plan: Find

field-plan-Find-what = `around_fault`: at the edge of each part with a fault the performer knows of. `opened_by_fault`: opened by protection or around a fault, and a dead healthy part is fed through them. `ties`: open in the mode, and the same.
field-plan-Find-among = Only these switches; without it, all of the performer's side.

## plan: Step

field-plan-Step-id = Unique in the plan.
field-plan-Step-clause = Anchor in the paper plan.
field-plan-Step-text = The wording people read.
field-plan-Step-do = Act to do.
field-plan-Step-target = To what; order counts.
field-plan-Step-find = Instead of `target`: `around_fault`, `opened_by_fault` or `ties`, found when the step begins, in file order.
field-plan-Step-to = Selector position for `set`, truck position for `rack`, side for `transfer`: without it the live one, normal first.
field-plan-Step-by = Role that does it, or `{"{"}operator: …, supervisor: …{"}"}`.
field-plan-Step-place = Place of the step; without it, the place of the target.
field-plan-Step-when = Known false when the step gets ready: skipped.
field-plan-Step-after = Steps the performer must know to be done.
field-plan-Step-requires = Conditions the performer must know to be so.
field-plan-Step-if_unknown = Action when the performer does not know it: wait, go and look, ask by phone, or go on.
field-plan-Step-takes = Time for each target; without it, the verb's default.
field-plan-Step-takes_source = Source of that figure.
field-plan-Step-success_check = Sign by which the performer knows that it worked.
field-plan-Step-tells = Calls made at its end.
field-plan-Step-within = Limit from ready to done.
field-plan-Step-wait_at_most = Longest wait: before it begins from the card's start, once begun each wait (to decide, to look, for a permit, at an interlock, for the result) from its own start; then the step has timed out. Work and travel are not cut.
field-plan-Step-on_failure = Branch for failure.
field-plan-Step-for_each = Carried out once for each of a list.
field-plan-Step-uses = Resources it needs while it is carried out; waits for them, reason `resource`.
field-plan-Step-options = For `decide`: the first whose condition is known to hold is taken; the steps of the others are skipped.
field-plan-Step-until = For `wait`: over as soon as the performer knows this. Beside `every`: repeated until whoever does it has learned this.
field-plan-Step-every = Repeated so often, counted from when the time before got ready, never before that one is over; until whoever does it has learned `until`, else to the card's end. `after` in other steps means the first time.
field-plan-Step-danger_to_life = Acts against danger to life: done first, reported after.

## plan: Who

field-plan-Who-operator = Role that does it.
field-plan-Who-supervisor = Role that watches (监护人).

## plan: After

field-plan-After-any = Step ids.

## plan: SuccessCheck

field-plan-SuccessCheck-switch = Switch ids; `is: open` or `closed`.
field-plan-SuccessCheck-bus = Bus ids; `is: live`, `dead`, `proved_dead` (tested since it went dead), `earthed` or `earth_fault` (alarm).
field-plan-SuccessCheck-load = Load ids; `is: live` or `dead`.
field-plan-SuccessCheck-source = Source ids; `is: live`, `dead` or `failed` (called and did not come, or stopped by itself).
field-plan-SuccessCheck-function = Function ids; `is: normal`, `riding_through`, `lost`, `safe_stopped`, `restarting` or `harmed`.
field-plan-SuccessCheck-store = Store ids, with `above_percent` or `below_percent` of their capacity.
field-plan-SuccessCheck-step = Step ids of the plan; `is: done` unless another state is named.
field-plan-SuccessCheck-message = Step ids whose message this person must have received.
field-plan-SuccessCheck-is = The state asked for.
field-plan-SuccessCheck-above_percent = Store level above this share of its capacity.
field-plan-SuccessCheck-below_percent = Store level below this share of its capacity.
field-plan-SuccessCheck-for = The state must have been known for this long.
field-plan-SuccessCheck-all = Every one holds.
field-plan-SuccessCheck-any = At least one holds.
field-plan-SuccessCheck-not = It does not hold.
field-plan-SuccessCheck-by = Seen on the spot, on a display, or heard from somebody.
field-plan-SuccessCheck-within = Longest wait for the result before the step counts as failed. Default 2 min: assumed.
field-plan-SuccessCheck-from = For `message`: the role it must have come from.
field-plan-SuccessCheck-transfer = Transfer ids; `is: enabled` (a bus-tie transfer that has acted, or whose incomer was opened by hand, no more until it is armed anew), `disabled`, or the side an ATS stands on, `normal` or `standby`.
field-plan-SuccessCheck-measure = Measure ids; `is: applied` or `over`.
field-plan-SuccessCheck-resource = Resource ids; `is: here` or `taken`.
field-plan-SuccessCheck-element = Lines, transformers or buses; `is: faulted` once the fault has been found, or `sound`.

## plan: Tell

field-plan-Tell-to = Role that is told.
field-plan-Tell-facts = Ids whose state, as the teller knows it, is passed on; that this step is done is always passed on.
field-plan-Tell-channel = By which way.
field-plan-Tell-takes = Time the call takes; the first one of a talking step is its own `takes`. Default 30 s: assumed.
field-plan-Tell-no_answer = Nobody answers. Default: tries again after 2 min; assumed.
field-plan-Tell-read_back = The listener repeats it: takes half as long again.

## plan: OnFailure

field-plan-OnFailure-steps = Steps that run only then.
field-plan-OnFailure-then = `continue`: steps that come after this one go on as if it were done; `stop`: they do not.

## plan: NoAnswer

field-plan-NoAnswer-after = Time one tries.
field-plan-NoAnswer-then = The next holder of the role, the same one again, or go on without.

## scenario: Scenario

field-scenario-Scenario-format = File format; 1.
field-scenario-Scenario-title = Event in words.
field-scenario-Scenario-scope = Scenario class (SRC1, SRC2, TRF …) for coverage.
field-scenario-Scenario-start = The state it begins in.
field-scenario-Scenario-horizon = Time watched from T0.
field-scenario-Scenario-events = Faults that strike.
field-scenario-Scenario-expect = Results the meeting expects.
field-scenario-Scenario-source = Source of the scenario.
field-scenario-Scenario-information = Words people are told in a live drill.

## scenario: Start

field-scenario-Start-mode = Operating mode.
field-scenario-Start-date = Day, for shifts and expiry.
field-scenario-Start-time = Time of day of T0.
field-scenario-Start-load = Load situation; without it, the network file's demand.
field-scenario-Start-set = Positions left otherwise than the mode says.
field-scenario-Start-out_of_service = Under maintenance.
field-scenario-Start-staffing = As the shifts of the date say, or as on a public holiday.
field-scenario-Start-weather = In a storm vehicles take longer, and others may have them.

## scenario: FaultEvent

field-scenario-FaultEvent-at = Moment of the event; T0 is the first event.
field-scenario-FaultEvent-fault = Fault that strikes.
field-scenario-FaultEvent-on = On what.
field-scenario-FaultEvent-for = Time it lasts; without it, until repaired (elements with a repair time) or to the end.
field-scenario-FaultEvent-attempts = For `fails_to_start`: which starts fail.
field-scenario-FaultEvent-to = For `fails_to_operate`: which movement fails; for `maloperates`: which way a switch moves (`both`: away).
field-scenario-FaultEvent-residual_percent = For `dip` and `open_phase`: voltage that is left, percent.
field-scenario-FaultEvent-action = For `wrong_action` on a step: what the performer does instead; done all the same, as they believe. `late`: what is written, but they take longer.
field-scenario-FaultEvent-late_by = For `late`: by how much longer they take than their step does; 10 min where nobody says, assumed.
field-scenario-FaultEvent-instead = For `neighbour`: the device they operate by mistake.

## scenario: Expectation

field-scenario-Expectation-load = Loads.
field-scenario-Expectation-function = Functions.
field-scenario-Expectation-verdict = Verdict expected of each.

## scenario: SetTo

field-scenario-SetTo-target = Pump, genset, transfer or switch; a function that is `off` is stopped in good order.
field-scenario-SetTo-to = Its position.

## scenario: Selector

field-scenario-Selector-id = These ids.
field-scenario-Selector-kind = Kind.
field-scenario-Selector-role = Role of a source (main_source, standby_source, emergency_source, no_break_source) or of a person in the plan.
field-scenario-Selector-zone = Zone id, or everything the zone contains.
field-scenario-Selector-security = Safety-critical loads, or the others.
field-scenario-Selector-grade = Load grade.
field-scenario-Selector-first = Only the first in file order.

## edition: Edition, EditionChange

field-edition-Edition-format = File format; 1.
field-edition-Edition-title = Occasion, such as a planned outage or a day of guaranteed supply.
field-edition-Edition-of = Version of plan.yaml it belongs to.
field-edition-Edition-from = First day.
field-edition-Edition-until = Last day.
field-edition-Edition-mode = Operating mode of these days: a scenario that begins in `normal` begins in it.
field-edition-Edition-customer = Changes of customer.yaml: rosters, people.
field-edition-Edition-site = Changes of site.yaml: settings, levels, positions.
field-edition-Edition-plan = Changes of plan.yaml: who holds which role, steps, cards.
field-edition-Edition-source = Order, notice or agreement behind it.
field-edition-EditionChange-at = The place: keys with dots between, entries of a list by their id or number (`people.li.shifts`); in plan.yaml a card or step by its id alone (`S103.takes`, `RC-02.steps`).
field-edition-EditionChange-set = Value that stands there on these days.
field-edition-EditionChange-append = One more entry at the end of the list.
field-edition-EditionChange-insert = One more entry of the list, before or after another.
field-edition-EditionChange-before = For `insert`: the entry it stands before, by its id.
field-edition-EditionChange-after = For `insert`: the entry it stands behind.
field-edition-EditionChange-remove = Left out on these days.

## register: Register

field-register-Register-format = File format; 1.

## register: Entry

field-register-Entry-code = Weak-point code.
field-register-Entry-clause = Clause of the plan it points to; empty where the plan had none.
field-register-Entry-subject = Device, load, step or other id it is about; the plan's own id for the plan as a whole.
field-register-Entry-scenario = Name of the scenario that showed it.
field-register-Entry-status = open, in_progress; done: reported as put right; verified: a re-run supports it; rejected: not pursued.
field-register-Entry-reason = Reason for the status; a rejected entry must say it.
field-register-Entry-owner = Side (customer, utility, both), department, role or person that answers for it.
field-register-Entry-opened = Day it was entered.
field-register-Entry-due = By when it is to be put right.
field-register-Entry-measure = Measure the meeting has agreed, in its own words.
field-register-Entry-money = Money it takes, and where that comes from.
field-register-Entry-closed = Day it was reported as put right, or rejected.
field-register-Entry-recurs = Times it came back after having been closed.
field-register-Entry-regression = Run that tells whether it has come back; without it, the entry's scenario with seed 1.

## register: Return

field-register-Return-version = Version of the plan that showed it again.
field-register-Return-date = Day somebody saw it.
field-register-Return-closed = Day it had been closed.

## register: Regression

field-register-Regression-scenario = Name of a scenario; without it, the entry's.
field-register-Regression-seed = Seed of its luck.
field-register-Regression-expect = `not_said`, or a list as in a scenario: verdicts that must come. Without it `not_said`: the run must not say the code of the subject.

## register: Expectation

field-register-Expectation-load = Loads.
field-register-Expectation-function = Functions.
field-register-Expectation-verdict = Verdict expected of each.

## register: Selector

field-register-Selector-id = These ids.
field-register-Selector-kind = Kind.
field-register-Selector-role = Role of a source (main_source, standby_source, emergency_source, no_break_source) or of a person in the plan.
field-register-Selector-zone = Zone id, or everything the zone contains.
field-register-Selector-security = Safety-critical loads, or the others.
field-register-Selector-grade = Load grade.
field-register-Selector-first = Only the first in file order.

## people.local: Contacts

field-people-local-Contacts-format = File format; 1.
field-people-local-Contacts-people = By person id.

## people.local: Contact

field-people-local-Contact-phone = Phone number.
field-people-local-Contact-home = Place the person lives at.

## site: Earth

field-site-Earth-source = Source of the figures, or `assumed`.
field-site-Earth-at = Bus it earths.
field-site-Earth-kind = Fixed switch, or a portable earth one carries there.
field-site-Earth-place = Place one stands in to apply it.
field-site-Earth-interlocked_with = Switches that cannot be closed while it is on, nor it be put on while they are closed.

## site: ProtectionGroup

field-site-ProtectionGroup-source = Source of the figures, or `assumed`.
field-site-ProtectionGroup-name = Name for people.
field-site-ProtectionGroup-protects = Buses, lines or transformers inside.
field-site-ProtectionGroup-trips = Devices it opens.
field-site-ProtectionGroup-after = Delay. Default 60 ms: assumed.
field-site-ProtectionGroup-enabled = In service.
field-site-ProtectionGroup-control_supply = DC supply it needs.

## site: DcSupply

field-site-DcSupply-source = Source of the figures, or `assumed`.
field-site-DcSupply-name = Name for people.
field-site-DcSupply-fed_by = Buses, loads or sources of which one must be live for the charger.
field-site-DcSupply-lasts = Time the battery carries the control load once the charger is dead. Default 2 h: assumed.
field-site-DcSupply-installed = Date the battery was installed.
field-site-DcSupply-last_discharge_test = Last discharge test.
field-site-DcSupply-place = Place it stands in.

## site: MobileGenset

field-site-MobileGenset-source = Source of the figures, or `assumed`.
field-site-MobileGenset-name = Name for people.
field-site-MobileGenset-kind = `mobile_genset`.
field-site-MobileGenset-role = Always a mobile source.
field-site-MobileGenset-side = Side the vehicle belongs to.
field-site-MobileGenset-rated_kw = Rated active power.
field-site-MobileGenset-plug = Kind of plug.
field-site-MobileGenset-cable_m = Cable it carries, m.
field-site-MobileGenset-tank_l = Its own tank; without it, fuel is not limited.
field-site-MobileGenset-fuel_l_per_kwh = Burn at full load. Default 0.27 l/kWh: public consumption chart.
field-site-MobileGenset-no_load_burn_percent = Burn without load, percent of that at full load; in between it is linear. Default 17 up to 100 kW rated, 12 above: assumed.
field-site-MobileGenset-burn = Burn curve in place of the two: at least two rising points, linear between them; the first and the last segment are carried on.
field-site-MobileGenset-fails_to_start = Chance per start. Default 0.0094: NREL REopt.jl.
field-site-MobileGenset-step_load_percent = Largest load step it takes at once. Default 60 %: assumed.
field-site-MobileGenset-overload_percent = Above this share of the rating it trips after `overload_after`.
field-site-MobileGenset-overload_after = Delay of that trip; assumed.

## site: GensetGroup

field-site-GensetGroup-source = Source of the figures, or `assumed`.
field-site-GensetGroup-name = Name for people.
field-site-GensetGroup-of = Its gensets, in starting order.
field-site-GensetGroup-sync = From ready to synchronised and closed onto the live bus. Default 8 s: assumed.
field-site-GensetGroup-min_online = Number that must be on the bus before it takes load.
field-site-GensetGroup-sheds_on_loss = Load-shedding tiers of the plan it drops, in order, when the sets left cannot carry the load.

## site: ConnectionPoint

field-site-ConnectionPoint-source = Source of the figures, or `assumed`.
field-site-ConnectionPoint-name = Name for people.
field-site-ConnectionPoint-bus = Bus it feeds through `switch`.
field-site-ConnectionPoint-switch = Switch between the box and the bus.
field-site-ConnectionPoint-rated_kva = Apparent power box and cable carry.
field-site-ConnectionPoint-plug = Kind of plug; empty for bare lugs.
field-site-ConnectionPoint-cable_m = Cable needed from the parking place, m.
field-site-ConnectionPoint-place = Place of the box.
field-site-ConnectionPoint-parking = Place the vehicle stands in.
field-site-ConnectionPoint-phase_marked = Phase sequence marked and tested.
field-site-ConnectionPoint-earth_point = An earth for the vehicle is there.
field-site-ConnectionPoint-last_hookup = Last time a vehicle was really connected.

## site: Sts

field-site-Sts-source = Source of the figures, or `assumed`.
field-site-Sts-name = Name for people.
field-site-Sts-kind = `sts`.
field-site-Sts-normal = Switch row to the preferred supply.
field-site-Sts-standby = Switch row to the other supply.
field-site-Sts-enabled = In automatic.
field-site-Sts-takes = Gap of a changeover. Default 8 ms: assumed, half a cycle.
field-site-Sts-acts_below_pu = Voltage of any phase below which a side is as good as dead to it. Default 0.85: assumed.
field-site-Sts-return_after = Back to the preferred supply after it was healthy this long. Default 10 s: assumed.
field-site-Sts-rated_kw = Rating.
field-site-Sts-fails_to_operate = Chance per demand.
field-site-Sts-place = Place it is operated by hand in.

## site: Measure

field-site-Measure-source = Source of the figures, or `assumed`.
field-site-Measure-name = Name for people.
field-site-Measure-replaces = Load or function whose absence it bridges.
field-site-Measure-lasts = For this long.
field-site-Measure-by = Role that keeps it up; that person does nothing else meanwhile.
field-site-Measure-place = Place of the measure.

## site: UndervoltageRelease

field-site-UndervoltageRelease-below_pu = Voltage below this, per unit. Default 0.5: assumed, within the 35–70 % a release may drop at.
field-site-UndervoltageRelease-after = Low for this long; 0 is an undelayed release.

## site: OverloadTime

field-site-OverloadTime-percent = Loading, percent of the rating.
field-site-OverloadTime-lasts = For this long.

## site: Reclose

field-site-Reclose-after = Dead time. Default 1 s: assumed.
field-site-Reclose-success = Chance that the fault has gone by then. Default 0.7: assumed, overhead line.

## site: Cord

field-site-Cord-bus = Bus it is plugged into.
field-site-Cord-share_percent = Share of the load it carries while all cords are live; the live ones carry the whole when the rest are dead.

## site: Motor

field-site-Motor-source = Source of the figures, or `assumed`.
field-site-Motor-starting_kva = Apparent power while it runs up from standstill, kVA.
field-site-Motor-run_up = Time the run-up takes. Default 5 s: assumed.
field-site-Motor-group = Re-acceleration group: 1 starts first; each next one when the one before has run up.
field-site-Motor-stalls_below_pu = Stays in but slows down below this voltage; back at voltage it re-accelerates. Default 0.7: assumed.

## site: Contactor

field-site-Contactor-source = Source of the figures, or `assumed`.
field-site-Contactor-drops_below_pu = Voltage below this, per unit. Default 0.6: assumed.
field-site-Contactor-after = Low for this long. Default 20 ms: assumed.
field-site-Contactor-recloses = Somebody has to start it again, or it comes back by itself.
field-site-Contactor-recloses_after = Delay of coming back by itself once the voltage is there. Default 3 s: assumed.

## site: ColdLoad

field-site-ColdLoad-source = Source of the figures, or `assumed`.
field-site-ColdLoad-factor = Demand right after power is back, times the usual.
field-site-ColdLoad-lasts = Falls to the usual in equal steps over this time.
field-site-ColdLoad-outage_over = Only after an outage longer than this. Default 5 min: assumed.

## site: SafeStop

field-site-SafeStop-source = Source of the figures, or `assumed`.
field-site-SafeStop-takes = From beginning to safely stopped.
field-site-SafeStop-by = Role that does it; without one it stops by itself.
field-site-SafeStop-place = Place of the safe stop.

## site: OnLost

field-site-OnLost-load = Loads.
field-site-OnLost-to = Switched off, or on.
field-site-OnLost-after = So long after the loss.

## plan: Order

field-plan-Order-title = Purpose of the order.
field-plan-Order-binds = Steps that wait for it.
field-plan-Order-written_by = Role that writes it.
field-plan-Order-checked_by = Role that checks it, another person.
field-plan-Order-takes = Writing.
field-plan-Order-check_takes = Checking.
field-plan-Order-prepared = Lies ready, written and checked beforehand: only signed, which takes no time of its own.
field-plan-Order-clause = Clause of the plan.
field-plan-Order-source = Source of the figures.

## plan: OrderRules

field-plan-OrderRules-accident_needs_no_order = Accident handling goes without a written order; only restoration needs it.
field-plan-OrderRules-single_breaker_needs_no_order = Operating one single breaker goes without a written order.
field-plan-OrderRules-danger_to_life_first = Steps against danger to life are done first and reported after: neither order nor permit is waited for.

## plan: Tier

field-plan-Tier-name = Name for people.
field-plan-Tier-loads = Loads it sheds, in order.
field-plan-Tier-by = By the plan's steps, or by itself when a genset group asks for it.

## plan: ContactWay

field-plan-ContactWay-from = Role that calls.
field-plan-ContactWay-to = Role that is called.
field-plan-ContactWay-channels = Ways in the order they are tried when one gives no answer.
field-plan-ContactWay-within = Longest time from the calling role's knowing to the called one's.

## plan: ShiftEnd

field-plan-ShiftEnd-then = `stay`: the performer stays until the step is done and then, on the way out, tells who is on duty at their post. `hand_over`: they hand it over to the next holder of the role who is on duty.
field-plan-ShiftEnd-takes = Handing over. Default for `hand_over`: the verb's.

## plan: ForEach

field-plan-ForEach-devices = One instance a device, load or function; it is the instance's target.
field-plan-ForEach-places = One instance a place; its target is what of the step's `target` stands there.
field-plan-ForEach-pool = Roles of which any may do an instance; without it, the step's own operator.
field-plan-ForEach-batch = So many at once; the next batch begins when this one is done.
field-plan-ForEach-gap = Between two batches.
field-plan-ForEach-stays = The person who has begun an item stays with it until the pool's last step for it, while others do theirs; without it, they begin another item meanwhile.
field-plan-ForEach-after = Steps with the same list: an instance waits for theirs of the same name only, not for all.

## plan: Option

field-plan-Option-name = Its name.
field-plan-Option-text = The wording people read.
field-plan-Option-when = Taken when the decider knows this to be so; without it, always.
field-plan-Option-steps = Steps that run only when it is taken.

## plan: ReportLimit

field-plan-ReportLimit-to = Role.
field-plan-ReportLimit-within = Longest time from the first load or source lost.

## scenario: Information

field-scenario-Information-at = Moment people are told.
field-scenario-Information-tell = The words.
field-scenario-Information-to = Roles that are told.
field-scenario-Information-channel = By which way.

## revisions: Revisions

field-revisions-Revisions-format = File format; 1.
field-revisions-Revisions-changes = Changes, the oldest first.

## revisions: AppliedChange

field-revisions-AppliedChange-from = Version of the plan before.
field-revisions-AppliedChange-to = Version the change stands in.
field-revisions-AppliedChange-date = Day it was written.
field-revisions-AppliedChange-minor = True where only people, certificates or rosters changed and no post is new, which needs no new approval.
field-revisions-AppliedChange-edition = Name of the edition it was written into; empty where it stands in the plan.
field-revisions-AppliedChange-recommendation = Recommendation it was.
field-revisions-AppliedChange-kind = Kind of change: paper, setting, training, staffing, purchase.
field-revisions-AppliedChange-owner = Side that has to see to it.
field-revisions-AppliedChange-place = Place of its wording.
field-revisions-AppliedChange-old = Wording before; empty where there was none.
field-revisions-AppliedChange-new = Wording now.
field-revisions-AppliedChange-reason = Weak points it answers, the one it was made for first.
field-revisions-AppliedChange-evidence = Run it rests on.
field-revisions-AppliedChange-supported = True where re-runs supported it; false where it was not run again on all scenarios.
field-revisions-AppliedChange-gain = Protected loads and functions that gain, safety-critical ones first.
field-revisions-AppliedChange-assumed = Effect its support takes for granted.

## revisions: ChangedPlace

field-revisions-ChangedPlace-kind = A clause, a new clause, the roster, resources, settings, equipment, the training plan, the dispatch agreement.
field-revisions-ChangedPlace-clause = Clause, for wording of the plan.
field-revisions-ChangedPlace-after = For a new clause: the one behind which it stands.

## revisions: WeakPointAnswered

field-revisions-WeakPointAnswered-code = Its code.
field-revisions-WeakPointAnswered-subject = Its subject: a step, a device, a load.
field-revisions-WeakPointAnswered-entry = Number of its entry in the register; empty where it has none.

## revisions: RunEvidence

field-revisions-RunEvidence-run = Name of the folder of the run or the campaign.
field-revisions-RunEvidence-scenario = Scenario.
field-revisions-RunEvidence-seed = Seed.
field-revisions-RunEvidence-events = Events of its journal (`seq`) that show the weak point.

## revisions: SubjectBeforeAfter

field-revisions-SubjectBeforeAfter-subject = Load or function.
field-revisions-SubjectBeforeAfter-what = The longest interruption, or how long its own supply lasts.
field-revisions-SubjectBeforeAfter-limit = Limit that is permitted, or asked for; without it only harm is stated.
field-revisions-SubjectBeforeAfter-before = Before the change.
field-revisions-SubjectBeforeAfter-after = After it, with the same luck.

## revisions: EffectAssumed

field-revisions-EffectAssumed-file = File of the figure.
field-revisions-EffectAssumed-field = Dotted path of the figure.
field-revisions-EffectAssumed-unit = Unit; `yes_no`: 0 is not so, 1 is so.
field-revisions-EffectAssumed-now = Figure before.
field-revisions-EffectAssumed-assumed = Figure assumed.
field-revisions-EffectAssumed-vanishes_at = Figure at which nothing is gained any more.
field-revisions-EffectAssumed-basis = Text id of the reason for the assumption.

## msel: Msel

field-msel-Msel-format = File format; 1.
field-msel-Msel-scenario = Name of the scenario it belongs to.
field-msel-Msel-title = Drill in words.
field-msel-Msel-injects = Injects by id, in the order of the list.
field-msel-Msel-source = Source of the list.

## msel: InjectLine

field-msel-InjectLine-title = Short name for the list.
field-msel-InjectLine-at = Scenario time, from T0.
field-msel-InjectLine-at_clock = Time of day of the room's clock.
field-msel-InjectLine-when = Comes as soon as this is so in the world, once.
field-msel-InjectLine-after = Comes behind another inject or a step.
field-msel-InjectLine-by_hand = Comes when the controller says so: the deck beside the timeline.
field-msel-InjectLine-from = Sender, as the players hear it: a role id of the plan or words.
field-msel-InjectLine-to = Roles and people who are told.
field-msel-InjectLine-channel = Way they are told by.
field-msel-InjectLine-tell = Words they are told.
field-msel-InjectLine-fault = Event in the world.
field-msel-InjectLine-expects = Act it is to bring about.
field-msel-InjectLine-objective = Objective of the drill it serves.
field-msel-InjectLine-note = For the controller alone.

## msel: After

field-msel-After-inject = Inject that has come.
field-msel-After-step = Step that is done.
field-msel-After-by = So much later.

## msel: StateInject

field-msel-StateInject-at = Stays empty: the inject says when.
field-msel-StateInject-ends = The fault that is there ends instead.
field-msel-StateInject-fault = { field-scenario-FaultEvent-fault }
field-msel-StateInject-on = { field-scenario-FaultEvent-on }
field-msel-StateInject-for = { field-scenario-FaultEvent-for }
field-msel-StateInject-attempts = { field-scenario-FaultEvent-attempts }
field-msel-StateInject-to = { field-scenario-FaultEvent-to }
field-msel-StateInject-residual_percent = { field-scenario-FaultEvent-residual_percent }
field-msel-StateInject-action = { field-scenario-FaultEvent-action }
field-msel-StateInject-instead = { field-scenario-FaultEvent-instead }
field-msel-StateInject-late_by = { field-scenario-FaultEvent-late_by }

## msel: Expected

field-msel-Expected-what = The act in words.
field-msel-Expected-so = Condition that is so in the world, or in the run, once it has been done.
field-msel-Expected-within = Time from the inject.
field-msel-Expected-else = Inject that comes when it is not so in time.
