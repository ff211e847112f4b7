# What verbs, faults, wait reasons and journal events mean: drillsim explain, and the README's tables.

## Kinds of entries

glossary-kind-code = Weak point
glossary-kind-rule = Rule
glossary-kind-verb = Verb of a plan's step
glossary-kind-fault = Fault of a scenario
glossary-kind-event = Event of the journal
glossary-kind-field = Field of a file
glossary-kind-wait = Reason why a step waits
glossary-head = { $kind }: { $name }
glossary-code-title = { $code } { $title }
glossary-code-detected = How it is found: { $words }
glossary-code-remedy = What helps: { $words }
glossary-code-severity = Severity: A when it is a hazard or endangers a missed limit of a safety-critical load; B for other limits; else { $default }.
glossary-code-needs = Needs: { $needs }.
glossary-code-later = Not looked for by this version; that a report does not name it says nothing.
glossary-source = Source: { $source }
glossary-need-files = files
glossary-need-network = network
glossary-need-run = a run
glossary-verb-targets = Targets: { $targets }.
glossary-verb-no-targets = Targets: none.
glossary-verb-takes = Takes, where the plan says nothing: { $takes } ({ $source }).
glossary-verb-operates = Moves equipment: somebody has to stand at it, unless it can be operated from afar.
glossary-verb-talks = Is talk: it needs a channel and somebody who answers.
glossary-event-fields = Fields: seq, t_ms, type, { $fields }.
glossary-event-optional = Where known: { $fields }.
glossary-event-group-frame = Group: frame of the run.
glossary-event-group-physics = Group: plant and supply.
glossary-event-group-people = Group: people.
glossary-event-group-plan = Group: plan.
glossary-field-where = Stands in { $file }, in { $record } ({ $path }).
glossary-field-type = Written as: { $type }.
glossary-field-required = Required.
glossary-field-default = Without it: { $default }.
glossary-list = { $kind }: { $names }

## Verbs

verb-open = Opens the switches. Done when they are open.
verb-close = Closes the switches. A closing that an interlock or a known fault forbids is refused.
verb-start = Starts a genset by hand (a demand of its own with its own odds), or a motor load such as a pump.
verb-stop = Stops a genset or a motor load.
verb-transfer = Moves an automatic transfer switch by hand to the side that is live.
verb-enable = Switches an automatic transfer on.
verb-disable = Switches an automatic transfer off.
verb-set = Puts a selector into the position that `to` names: auto, manual, on, off.
verb-shed = Cuts a load off by its own switch. A load without one of its own is a problem of the file.
verb-restore = Gives a shed load its supply again.
verb-refuel = Fills a store by hand or by truck.
verb-report = Tells the facts named in `tells` to somebody.
verb-request = Asks for a permit.
verb-call = Calls somebody up, to come or to answer.
verb-order = Gives an order to somebody.
verb-check = Looks at the facts of its success check, there or on a display.
verb-wait = Waits until the performer knows what `requires` names.

## Faults

fault-short_circuit = A short circuit in an element; protection clears it, the nearest device where nothing is set.
fault-source_lost = A feeder is lost on the supply company's side, for the time given or to the end.
fault-fails_to_operate = A switch, transfer or protection device does not do what it is asked to.
fault-fails_to_start = A genset does not start: when called, by hand, or both.
fault-fails_running = A running genset stops.
fault-vt_lost = A bus-tie transfer loses its voltage measurement: it sees a dead bus that is live.
fault-zone_lost = Everything in a zone is lost at once: fire, water.
fault-zone_no_access = Nobody gets into a zone; what stands in it goes on working.
fault-person_absent = A person is not there for the shift.
fault-person_unreachable = A person cannot be reached by any channel.
fault-channel_lost = A channel of communication does not work.
fault-store_empty = A store is empty at the start of the fault.

## Wait reasons

wait-not_known = The performer does not know what the step requires.
wait-predecessor = A step before it is not over, as far as the performer knows.
wait-permit = The dispatcher has not given the permit yet.
wait-order = The switching order is not written and checked yet.
wait-person_busy = Everybody who holds the role is busy, or nobody of them is on duty.
wait-travel = Somebody is on the way.
wait-resource = A vehicle, key or spare is not there yet.
wait-interlock = An interlock forbids the operation at this moment.
wait-no_access = The place cannot be entered.
wait-store = A store holds too little.

## Events

event-initial_state = The full state at the beginning; every reader starts from it.
event-run_ended = The run reached its end, with the balances of energy and fuel. Without it the journal is incomplete.
event-fault_begins = A fault of the scenario begins.
event-fault_ends = A fault of the scenario ends.
event-protection_trips = A breaker or fuse trips on a fault, itself or as back-up; `assumed`: without settings.
event-switch_moved = A switch changed its position, and what moved it.
event-switch_stuck = A switch was to move and did not.
event-fault_isolated = A faulted element has no live device next to it any more.
event-supply_changed = Buses that came alive and buses that went dead in this instant.
event-load_lost = A load lost its supply, with its demand at that moment.
event-load_restored = A load has its supply back.
event-source_lost = A source no longer feeds.
event-source_back = A source can feed again.
event-genset_called = A genset is asked to start, by what, by hand or not, and for which demand.
event-start_attempt = One attempt to start.
event-start_failed = The demand ended without a running genset.
event-source_running = A genset runs and can take load.
event-source_stopped = A genset stopped, and why.
event-source_loaded = What a source of the customer delivers from now on.
event-ups_on_battery = A UPS lives on its battery from now on.
event-ups_on_mains = A UPS has its input back.
event-battery_empty = A UPS battery is empty.
event-ups_overloaded = A UPS carries more than it can and goes to bypass.
event-transfer_started = An automatic transfer begins to count.
event-transfer_done = An automatic transfer has moved.
event-transfer_refused = An automatic transfer does not act, and why: not charged, disabled, blocked, no standby voltage.
event-transfer_failed = An automatic transfer acted and a device did not follow.
event-transfer_set = An automatic transfer was enabled, disabled, charged or discharged.
event-control_set = A selector was put into another position.
event-pump_started = A pump begins to fill a store.
event-pump_stopped = A pump stops filling a store, and why.
event-store_rate = A store's level and how fast it changes from now on.
event-store_empty = A store is empty.
event-function_changed = A function of the customer changed its state, and because of what.
event-overload_begins = An element carries more than its limit.
event-overload_ends = An element is within its limit again.
event-voltage_out = A bus voltage left its band.
event-voltage_back = A bus voltage is within its band again.
event-cannot_say = The power flow has no answer for these buses; nothing there may be called met.
event-oscillation = The plant did not settle within 50 rounds; the run ends here.
event-hazard = A danger to life or plant: what, where, by which step.
event-on_duty = Somebody begins a shift.
event-off_duty = Somebody ends a shift.
event-learned = People learned facts: by seeing, by a display, by a message, by doing.
event-message_sent = Somebody calls or writes.
event-message_received = The message arrived, with its facts.
event-called_in = Somebody off duty is called in.
event-message_unanswered = Nobody answered this attempt.
event-travel_begins = Somebody sets out.
event-arrived = Somebody arrived.
event-permit_asked = The dispatcher is asked for a permit.
event-permit_given = The dispatcher gave the permit.
event-card_triggered = Somebody knows what triggers the card and begins to decide.
event-card_active = The card is active.
event-card_over = The card is over; steps not begun are dropped.
event-wait_begins = A step begins to wait, with the reason and on what.
event-wait_ends = The wait is over.
event-step_ready = Nothing is in the way of the step any more but people.
event-step_assigned = People take the step on.
event-step_begins = The work begins.
event-step_ends = The step is over: done, failed, timed out, skipped or dropped.
event-step_overdue = The step is not over within its time.

## How a field is written

type-text = text
type-number = number
type-whole = whole number
type-truth = true or false
type-id = id
type-date = date
type-time = time with its unit
type-time-of-day = time of day
type-duration = duration
type-name = name in one or both languages
type-map = mapping
type-map-of = id → { $of }
type-list = list of { $of }
type-any-list = list
type-pandapower = As in pandapower's table of that name.
