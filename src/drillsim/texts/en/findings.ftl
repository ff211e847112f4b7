# Weak points found in a run: title, one sentence with its numbers, what it means, how it is found, what usually helps;
# why a verdict is what it is; families and statements for `explain`.

## Families and statements

finding-family-S = Supply
finding-family-A = Automatic transfer and protection
finding-family-G = Own emergency supply
finding-family-O = Operation and safety
finding-family-P = People and communication
finding-family-D = Process dependency
finding-family-M = Plan management
finding-not-implemented = This version does not look for this weak point. That a report does not name it says nothing.
finding-unverified = Not checked against the text of the standard.

## S: supply

finding-S01-title = Both feeders share one cause
finding-S01 = The loss of { $subject } took all mains at once: { $feeders } run through it.
finding-S01-means = Two sources on paper, one in the ground: one excavator, fire or flood takes both.
finding-S01-detected = A zone is lost that several feeders or intake cables run through, and after a minute none of the customer's loads that had mains has any.
finding-S01-remedy = Separate the routes or protect them from fire; say in the plan that both sources may fail together and go straight to the card for own supply.
finding-S02-title = Standby source not available when needed
finding-S02 = When { $main } was lost, the standby source { $subject } { $since ->
    [start] was out of service from the beginning.
   *[run] had already been dead for { $dead_before_ms }.
}
finding-S02-means = The plan counts on a second source that was under maintenance or dead when it was needed.
finding-S02-detected = The main source is lost in the run while a source with the role standby_source has been dead since before that moment.
finding-S02-remedy = Add a step that confirms voltage on the standby source before it is counted on; do not schedule maintenance of the standby source without own supply ready; go straight to the card for loss of all sources when it is dead.
finding-S03-title = Overload after transfer
finding-S03 = { $began ->
    [start] From the beginning
   *[closing] After { $switch } was closed
}, { $subject } carried { $loading_percent } % (permitted { $limit_percent } %) for { $lasted_ms }{ $limited ->
    [yes] , beyond the { $allowed_ms } it may
   *[no] {""}
}{ $disconnected ->
    [yes] ; the supply company disconnected it
   *[no] {""}
}.
finding-S03-means = The remaining transformer or line cannot carry what the transfer puts on it.
finding-S03-detected = Power flow after each switching; the loading stays above the permitted share after a switch was closed, or from the beginning until it trips or is disconnected.
finding-S03-remedy = Shed by the list before closing; set the transfer to shed; or enlarge the equipment.
finding-S04-title = Voltage outside its band after transfer
finding-S04 = The voltage at { $subject } was { $vm_pu } pu, outside its band, for { $lasted_ms }.
finding-S04-means = The remaining supply is too weak or too stiff for what is connected.
finding-S04-detected = Power flow after each switching; band of the network file, else 0.93 to 1.07 pu.
finding-S04-remedy = Tap position, capacitor switching or shedding in the step that transfers.
finding-S05-title = Source capacity below the safety-critical load
finding-S05 = { $gensets } are rated { $rated_kw } kW together; the safety-critical load is { $load_kw } kW, for which { $due_kw } kW ({ $percent } %) are due.
finding-S05-means = Own supply barely carries what must live, or does not; one load more may trip it.
finding-S05-detected = Own supply is called in the run, and its sets together are rated less than 120 % of the safety-critical load at this run's load situation.
finding-S05-remedy = Enlarge; take loads off the safety-critical list; agree on a mobile genset with the supply company.
finding-S06-title = Operating mode differs from the drawing
finding-S06 = Operating mode { $mode } is not what stands on site: { $switches } differ from the drawing, and everybody believes the drawing.
finding-S06-means = People switch by the drawing while the equipment stands otherwise: steps come to nothing, or worse.
finding-S06-detected = At the start of the run switches stand otherwise than the chosen operating mode says.
finding-S06-remedy = Check and correct diagram, mimic board and labels; look at positions before switching; hand over changes of mode at shift change.
finding-S07-title = Own supply shorter than the outage
finding-S07 = { $subject } kept { $loads } for { $lasts_ms }; the mains were away for { $mains_away_ms }{ $back ->
    [yes] {""}
   *[no] { " " }and had not come back when the run ended
}.
finding-S07-means = The time the plan assumes until the grid is back is shorter than this scenario's outage.
finding-S07-detected = Fuel or battery ends while no mains feed the loads behind it. A battery that only has to bridge to a genset is G08.
finding-S07-remedy = Extend fuel or battery time; write down who orders fuel at which level; agree on priority supply or a mobile genset with the supply company.

finding-S08-title = Nobody can say whether a limit was kept
finding-S08 = Whether { $limits } kept within limits is open: { $cause ->
    [low] from { $at_ms } on the voltage was too low for too long to say that they ran
    [no_flow] from { $at_ms } on the power flow at { $subject } had no answer
   *[overloaded] from { $at_ms } on they hung on { $known ->
        [yes] { $element },
       *[no] something
    } far above its rating for longer than anybody says it bears
}.
finding-S08-means = The plant stands where no figure of the files reaches: such a state counts neither as kept nor as missed, and nobody should rely on it.
finding-S08-detected = A load under 0.85 pu for over 60 s without runs_above_pu of its own, or behind an element above 150 % for over 10 min without a curve of its own (assumed), or an island without power flow, and a limit depends on it.
finding-S08-remedy = Shed or transfer before it comes to that; state what the element carries and for how long (overload), or at which voltage the load still runs (runs_above_pu).

## A: automatics

finding-A01-title = Automatic transfer switch does not act, or acts without cause
finding-A01 = { $subject } { $reason ->
    [refused] did not transfer: it refused
    [stuck] did not transfer: { $device } did not move
    [disabled] did not transfer: it was out of automatic
    [control_supply] did not transfer: its control supply was dead
    [maloperates] left the side it stood on without any cause
    [interlock] did not transfer: { $device } was kept from closing by an interlock
   *[other] did not transfer: { $reason }
}; { $restored ->
    [yes] it stood on the other side { $took_ms } later
   *[no] it stood on no other side for the rest of the run ({ $took_ms })
}; { $hidden ->
    [yes] nothing went dark, as batteries carried what hangs on it for up to { $battery_ms }
   *[no] what hangs on it was dark for up to { $dark_ms }
}.
finding-A01-means = The loads behind it stay dark although a supply may stand ready.
finding-A01-detected = A transfer that was called fails, or stands out of automatic, while loads behind it are dark or live on batteries.
finding-A01-remedy = A card for transfer by hand with its own time limit; a bypass; a start signal for the genset that does not come from the switch; test transfers.
finding-A02-title = Bus-tie transfer blocked, not acting, or against the plan
finding-A02 = { $subject } { $reason ->
    [disabled] did not act: it was switched off
    [manual_opening] did not act: an incomer had been opened by hand, which blocks it
    [not_charged] did not act: it was not charged
    [vt_lost] did not act: a voltage-transformer circuit was broken
    [working_current] did not act: the working incomer still carried current
    [refused] did not act: it failed
    [working_source_not_open] did not act: { $device } did not open
    [stuck] did not act: { $device } did not close
    [oscillation] was no help: automatic devices drove each other in circles
    [control_supply] did not act: its control supply was dead
    [maloperates] acted without any cause
    [interlock] did not act: { $device } was kept from closing by an interlock
   *[other] did not act: { $reason }
}; { $restored ->
    [yes] its transfer was done { $took_ms } later
   *[no] it did no transfer in the rest of the run
}.
finding-A02-means = The plan or the operating mode counts on an automatic transfer that its own logic forbids.
finding-A02-detected = The transfer logic of GB 51348-2019 5.9.2 is run against faults and the plan's own steps.
finding-A02-remedy = Correct the step (open the incomer only after the transfer has acted, or close the tie by hand); a check list of the enabling links for each operating mode.
finding-A03-title = Automatic transfer closes onto a fault
finding-A03 = { $subject } closed { $switch } onto the fault in { $element }; { $tripped } tripped { $after_ms } later{ $second_source ->
    [yes] , upstream of the switch that had closed
   *[no] {""}
}.
finding-A03-means = The second source is put at risk by the fault of the first section.
finding-A03-detected = A trip within 2 s after a switch was closed by an automatic transfer.
finding-A03-remedy = Block the transfer by bus protection; accelerated trip of the tie.
finding-A04-title = Protection not selective, or selectivity assumed
finding-A04 = { $what ->
    [overtaken] For the fault in { $element } ({ $current_a } A) { $subject } tripped after { $after_ms }, no later than { $failed }, which is nearer to the fault and was due after { $due_ms }.
    [backup] { $subject } tripped as back-up for the fault in { $element }, because { $failed } did not.
   *[assumed] { $devices } tripped without settings on file: the run assumed that the nearest device trips first.
}{ $neighbours ->
    [yes] {" "}It feeds others too: the neighbours on { $feeder } ({ $neighbours_kw } kW) lost supply for { $neighbours_ms }.
   *[no] {""}
}
finding-A04-means = More is switched off than the fault needs, or nobody can say so because settings are missing.
finding-A04-detected = Every device runs its own stages by the short-circuit current it carries: a trip upstream of a device that was still to come; trips marked as back-up; trips of devices without stages in the site file.
finding-A04-remedy = Enter the settings; review them jointly with the supply company, so that the device next to the fault is at least one grading step (0.3 s) faster.
finding-A05-title = Under-voltage release opens on a short dip
finding-A05 = A dip down to { $left_percent } % for { $for_ms } opened { $breakers ->
    [0] {""}
    [one] { $breakers } breaker by its under-voltage release
   *[other] { $breakers } breakers by their under-voltage release
}{ $breakers ->
    [0] {""}
   *[other] { $contactors ->
        [0] {""}
       *[other] {" and "}
    }
}{ $contactors ->
    [0] {""}
    [one] { $contactors } contactor or drive
   *[other] { $contactors } contactors and drives
}, while the supply stayed: { $open ->
    [0] closing and starting again took { $took_ms }.
    [one] { $open } was still off when the run ended, { $took_ms } later.
   *[other] { $open } were still off when the run ended, { $took_ms } later.
}
finding-A05-means = A dip of a fraction of a second becomes an outage, as long as people need to go round.
finding-A05-detected = Releases and contactors that let go while the voltage was only low, or was back within 1 s, and did not come back by themselves.
finding-A05-remedy = Delay the releases beyond the dip (0.5 s and more); contactors and drives that ride through or restart by themselves; a round for closing again, in order of importance, with a time.
finding-A06-title = Motors starting together, cold-load pick-up
finding-A06 = { $what ->
    [motors] { $n ->
        [one] { $loads } ({ $amount } kVA) started
       *[other] { $n } motors ({ $loads }; { $amount } kVA together) started at once
    } and pulled the voltage down to { $left_percent } % for { $for_ms }
   *[cold] { $n ->
        [one] { $n } load
       *[other] { $n } loads
    } came back cold and drew { $amount } kW more than usual, falling over { $for_ms }
}{ $hit ->
    [yes] ; hit by it: { $struck }.
   *[no] .
}
finding-A06-means = Coming back is a second disturbance: it drops what had stayed in, or overloads what brought it back.
finding-A06-detected = Starting power through the impedances of the fault study, below 80 % or with somebody hit; demand after an outage by its factor, with an overload or a trip while it lasts.
finding-A06-remedy = Re-acceleration in groups; a table for restoring step by step with the seconds between; soft starters.
finding-A07-title = Second interruption on return to normal
finding-A07 = Going back to the normal supply ({ $switch } opened) interrupted { $loads } again, for up to { $outage_ms }.
finding-A07-means = Loads that had been served again lose supply a second time.
finding-A07-detected = A load is lost again in the instant in which a transfer leaves its standby side, or a restoration step opens a switch and some load does not bear it (its limit; without one, a sustained interruption).
finding-A07-remedy = Return at an agreed time with the departments told; wait until UPS batteries are charged; closed transition where it is permitted.
finding-A08-title = Control supply lost
finding-A08 = { $subject } gave nothing for { $lost_ms }{ $back ->
    [yes] {""}
   *[no] { " " }and was not back when the run ended
} ({ $cause ->
    [battery] its charger had been dead, its battery held { $held_ms }
   *[fault] a fault
}); on it: { $needing }; { $acted ->
    [no] did not act for want of it: { $silent }
   *[yes] nothing had to act meanwhile
}.
finding-A08-means = Without control supply relays do not trip and breakers move neither by themselves nor from afar.
finding-A08-detected = A control supply is lost in the run; devices, transfers and protection groups on it that should have acted are named.
finding-A08-remedy = Test the battery's discharge every year; a second supply for what must change over; a step for closing by hand, with the spring charged by hand.
finding-A09-title = Display dark
finding-A09 = { $what ->
    [card] The card “{ $step }” was due for { $wait_ms } and nobody started it: { $subject }, which shows { $facts } to whoever starts it, { $lost ->
        [yes] was out of order.
       *[no] had no supply.
    }
   *[step] The step “{ $step }” waited { $wait_ms } to know { $facts }; { $subject }, which shows it, { $lost ->
        [yes] was out of order
       *[no] had no supply
    } for { $dark_ms } of it.
}
finding-A09-means = The people who decide are blind while the plant is dark.
finding-A09-detected = A step waits for something a display would have shown, or a card is due and nobody starts it, while the display is out of order or what it runs on is dead.
finding-A09-remedy = Put the display on UPS; add a look on the spot or a call as the second way (if_unknown: look or ask).

## G: own supply

finding-G01-title = Genset fails to start
finding-G01 = { $subject } did not start ({ $start ->
    [manual] by hand
   *[auto] by itself, { $attempts } { $attempts ->
        [one] attempt
       *[other] attempts
    } in { $tried_ms }
}{ $out ->
    [yes] , as it was out of service from the beginning
   *[no] {""}
}); { $ran ->
    [yes] it ran { $took_ms } after it was called
   *[no] it did not run for the rest of the run ({ $took_ms })
}.
finding-G01-means = Own supply is not there when it is called.
finding-G01-detected = A start that was called ends without the set running.
finding-G01-remedy = Monthly start test under load; battery replacement rule and a second starting battery; a card for starting by hand; call the mobile genset early, not after all else has failed.
finding-G02-title = Genset stops while running
finding-G02 = { $subject } stopped { $cause ->
    [bad_fuel] on contaminated fuel
   *[other] by itself
} after running for { $ran_ms }.
finding-G02-means = Own supply ends in the middle of the outage.
finding-G02-detected = A running set stops for a cause other than fuel, overload, a fault, or somebody's order.
finding-G02-remedy = Inspect cooling and relays; age limit; a second set or a connection point for a mobile one; a card for the loss of own supply.
finding-G03-title = Fuel exhausted
finding-G03 = { $store } ran dry and { $subject } stopped after running for { $ran_ms }.
finding-G03-means = The outage lasts longer than the fuel within reach.
finding-G03-detected = A set stops because the store it burns from is empty.
finding-G03-remedy = A refuelling step that starts at a written level; contract with two suppliers; larger or second tank.
finding-G04-title = Fuel transfer pump does not run
finding-G04 = { $subject } fell below { $mark_l } l (down to { $level_l } l) and { $pump } did not run ({ $reason ->
    [off] it was switched off
    [no_power] it had no supply
    [upstream_empty] the tank above was empty
    [full] it had stopped with the tank full and did not start again
   *[unknown] the journal does not say why
}){ $above ->
    [none] .
   *[other] , while { $above } held { $above_l } l.
}
finding-G04-means = There is fuel on site that does not reach the set.
finding-G04-detected = The store falls below the level at which its pump starts, and the pump stands still for more than 2 min while the tank above is not empty.
finding-G04-remedy = Put the pump on emergency supply and in automatic; a level alarm somebody sees; a hand pump and a step for it.
finding-G05-title = One flooded or burnt room takes own supply
finding-G05 = The loss of { $subject } took { $lost } with it.
finding-G05-means = Boards, gensets or their transfers stand in one place that one flood or fire takes.
finding-G05-detected = A zone is lost in the run and it contains sources, transfers, switches or buses.
finding-G05-remedy = Flood boards and pumps; relocation; a connection point outside the zone; a mobile genset placed in advance on a red warning.
finding-G06-title = Genset overloaded, or given too much at once
finding-G06 = { $what ->
    [step] { $subject } was given { $kw } kW at once ({ $percent } % of its { $rated_kw } kW) and takes { $limit_kw } kW: it stalled.
    [motors] Motors started behind { $subject } with { $kva } kVA together; it takes { $limit_kva } kVA: it stalled.
    [unstated] { $subject } was given { $kw } kW at once, { $percent } % of its { $rated_kw } kW; what it takes at once is not stated (usual: 60 %).
   *[overload] { $subject } was given { $kw } kW and is rated { $rated_kw } kW{ $tripped ->
        [yes] {"; "}it tripped
       *[no] {""}
    }.
}
finding-G06-means = The set cannot carry what is put on it.
finding-G06-detected = Load of the set against its rating after each change; each step of load and the starting kVA of motors against what it takes at once.
finding-G06-remedy = Shed before connecting; connect in steps; soft starters; a larger set.
finding-G07-title = Long running at low load
finding-G07 = { $subject } ran for { $lasted_ms } with { $kw } kW at most, { $percent } % of its rating; below { $least_percent } % it soots.
finding-G07-means = Unburnt fuel fouls the exhaust (wet stacking); the set fails when it is needed longer or harder.
finding-G07-detected = A set runs below its least load for more than an hour.
finding-G07-remedy = Give it more load, or a load bank; run it at half load or more for an hour afterwards.
finding-G08-title = UPS battery too short
finding-G08 = The battery of { $subject } { $charged_percent ->
    [0] was still empty from before
   *[other] lasted { $lasts_ms } at { $load_kw } kW{ $percent ->
        [100] {""}
       *[other] { " " }with { $percent } % of its capacity left by age
    }{ $charged_percent ->
        [100] {""}
       *[other] , charged to { $charged_percent } % when it began
    }
}; its input was dead for { $needed_ms }{ $back ->
    [yes] {""}
   *[no] { " " }and still so when the run ended
}.
finding-G08-means = What the battery should bridge takes longer than the battery lasts.
finding-G08-detected = The battery is empty before its input is live again.
finding-G08-remedy = Replace at 80 % of capacity; shorten what it has to bridge (the first wait of the plan, not the last); shed what need not hang on it.
finding-G09-title = UPS overloaded or failed
finding-G09 = { $what ->
    [failed] { $subject } failed; { $stopped ->
        [bypass] its loads hang on the bypass, with no battery behind them
       *[yes] its output was dead
    }.
    [overheated] { $subject } switched itself off for want of cooling ({ $because }).
   *[overload] { $subject } carried { $kw } kW and is rated { $rated_kw } kW{ $known ->
        [yes] , after { $because } was lost
       *[no] {""}
    }{ $stopped ->
        [yes] {"; "}it gave up
        [bypass] {"; "}after { $after_ms } it went to bypass, with no battery behind its loads
       *[no] {""}
    }.
}
finding-G09-means = Above its rating, or when it fails, a UPS goes to bypass, or stops when there is no mains to bypass to.
finding-G09-detected = Load of the UPS output against its rating; a UPS that goes to bypass or stops by itself.
finding-G09-remedy = Split the load; test the bypass.
finding-G10-title = Emergency source under repair without substitute
finding-G10 = { $subject } was out of service while the mains were away for { $mains_away_ms }, and { $ran ->
    [yes] it ran only { $ran_after_ms } after they had gone
   *[no] nothing stood in for it
}; on it: { $loads }.
finding-G10-means = It is in repair when it is needed, and nobody arranged another.
finding-G10-detected = An own source or its transfer is out of service at the start of the run, its loads lose the mains, and no planned outage of that day names a substitute.
finding-G10-remedy = Take own supply out only with a mobile genset on site; not while the grid is under maintenance; write it down as substitute of the planned outage.
finding-G11-title = Safety-critical load not on the emergency board
finding-G11 = { $subject } was interrupted for { $outage_ms } with the mains away, and no own source can reach it.
finding-G11-means = The load is called safety-critical, but only the mains feed it.
finding-G11-detected = A safety-critical load misses its limit while a feeder is dead, and neither genset nor UPS has it behind it, whatever the switches.
finding-G11-remedy = Connect it to the emergency board; or take it off the list and write down the non-electrical measure that replaces it.
finding-G12-title = Other load on the emergency system
finding-G12 = { $subject } carried what is neither grade 1 nor safety-critical ({ $loads }): { $kw } kW, { $percent } % of its rating, for up to { $longest_ms }.
finding-G12-means = Other loads on the emergency system use up its capacity and its fuel.
finding-G12-detected = A genset with grade-1S loads behind it alone feeds loads stated as grade 2 or 3 and not safety-critical, and no step restores them.
finding-G12-remedy = Move them off the emergency board; or shed them first and restore them by a step.
finding-G13-title = Mobile genset cannot be connected
finding-G13 = { $why ->
    [no_source] No mobile genset
   *[other] { $vehicle }
} could not be connected at { $subject }: { $why ->
    [plug] its plug is { $plug }, the box takes { $needed_plug }
    [cable] its cable is { $cable_m } m, { $needed_cable_m } m are needed
    [not_here] it was not there
    [no_source] the step names no vehicle
    [taken] the point or the vehicle is taken
    [out_of_service] it is out of service
   *[no_box] nothing is connected behind the box
}.
finding-G13-means = The vehicle the plan counts on comes and feeds nothing.
finding-G13-detected = A step connects a mobile genset: plug, cable, and whether it is there.
finding-G13-remedy = A box with the right plug and marked phases; a real connection once a year.
finding-G14-title = Own supply runs and feeds nobody
finding-G14 = { $how ->
    [run] { $subject } ran for { $idle_ms }, from { $at_ms } after the beginning, with { $breaker } open and { $board } dead; dark behind it: { $loads }.
   *[files] A step starts { $subject }, and nothing closes { $breaker }: no step, no transfer. { $board } stays dead, and { $loads } with it.
}
finding-G14-means = The set turns and its board stays dark: everybody hears it run and takes the supply for given.
finding-G14-detected = A set runs with its breaker open and its board dead for more than 5 min while loads behind it are dark; or a step starts a set and neither a step nor a transfer closes its breaker.
finding-G14-remedy = A step of its own that closes the breaker, with a limit and a check that the board is live; or a breaker that closes by itself.

## O: operation

finding-O01-title = Back-feed
finding-O01 = { $parts } were joined while one of them was a dead feeder: it could be energised from the customer's side.
finding-O01-means = People who work on the dead line may be killed.
finding-O01-detected = Tested on topology at every operation: a live own source joined to the terminal of a dead feeder.
finding-O01-remedy = Key or electrical interlock; open and lock the incomers before the genset is connected; write both steps in this order.
finding-O02-title = Wrong operation or wrong order
finding-O02 = { $hazard ->
    [isolator_under_load] { $subject }, an isolator or fuse link, made or broke load.
    [closing_onto_fault] { $subject } was closed onto a fault.
    [wrong_phase_sequence] { $subject } fed in though nobody had marked or checked the phase sequence: motors may run backwards.
    [closing_tagged] { $subject } was closed although a notice said not to.
    [earthing_live] { $subject } was earthed while it was live.
    [closing_onto_earth] { $subject } was closed onto an earth.
   *[other] { $subject }: { $hazard }.
}
finding-O02-means = The five-prevention rules are broken by the plan as it is written.
finding-O02-detected = Tested at every operation on topology and currents.
finding-O02-remedy = Change the order of the steps; operation ticket; labels on the panel.
finding-O03-title = Paralleling without synchronism
finding-O03 = { $hazard ->
    [joining_unlike] Live parts of unlike voltage (angle, vector group, ratio or size) were joined: { $parts }. That is a short circuit.
   *[paralleling] Two live systems were joined: { $parts }.
}
finding-O03-means = Sources that are not one system, or parts whose voltages differ in angle or size, are tied without a check.
finding-O03-detected = Tested at every operation on topology and on the no-load voltages of both sides.
finding-O03-remedy = Break first; a synchronising check; permission for a closed transition where it is meant.
finding-O04-title = Work without prove-dead and earth
finding-O04 = { $hazard ->
    [earth_without_proof] { $subject } was earthed without having been proved dead.
    [live_at_work] { $parts }: became live while people were at work.
   *[unsafe_work] { $subject } was worked on without having been proved dead and earthed.
}
finding-O04-means = Whoever lays hands on it relies on nobody's mistake.
finding-O04-detected = At every earthing and at every step with hands on bare conductors: proved dead since it went dead, earthed, and dead until the work is over.
finding-O04-remedy = Put prove-dead and earth before the work, unearth after it; lock what could make it live.
finding-O05-title = Dispatcher's permit or switching order missing or late
finding-O05 = { $hazard ->
    [without_permit] { $subject } was operated without the dispatcher's permit.
   *[other] { $reason ->
        [order] “{ $subject }” waited { $wait_ms } { $came ->
            [yes] until “{ $parts }” was written and checked.
           *[no] in vain for “{ $parts }” to be written and checked.
        }
       *[permit] “{ $subject }” waited { $wait_ms } { $came ->
            [yes] for
           *[no] in vain for
        } the dispatcher's permit ({ $parts }).
    }
}
finding-O05-means = The border of permission is not settled in the plan, or asking for it comes too late.
finding-O05-detected = Devices under the dispatcher are operated without a permit; or a step waits with the reason permit or order, but for an answer within 5 min or an order within 10 min (assumed) while nothing is out that the step has a part in.
finding-O05-remedy = Ask for the permit as the first step; agree in the dispatch agreement on a permit in advance for these cards; name a time limit for the answer.
finding-O06-title = Second person missing
finding-O06 = { $hazard ->
    [without_supervisor] { $subject } was operated above 1 kV without a second person.
   *[other] “{ $subject }” waited { $wait_ms } because no second person was on duty.
}
finding-O06-means = A step that takes two people meets a shift of one.
finding-O06-detected = High-voltage operation without supervisor; or a wait for a supervisor whom the roster does not have.
finding-O06-remedy = A second person on the night shift; somebody from another department trained as supervisor; remote operation.
finding-O07-title = Restoration missing
finding-O07 =
    { $since_ms } after the mains came back, still not in normal position: { $devices }; { $what ->
        [none] the plan has no way back to normal
        [never] restoration was not begun
        [stuck] restoration stood at “{ $step }”
        [failed] “{ $step }” failed
        [left_out] “{ $step }” was left out, because what it asks for was not so at its turn
       *[short] all its steps were done and none speaks of them
    }.
finding-O07-means = The emergency state goes on, and the next fault finds no reserve.
finding-O07-detected = All mains that were lost are back for half an hour, switches still stand otherwise than at the start, and restoration is missing, not begun, stuck, failed or too short.
finding-O07-remedy = Write who goes back, on what condition, in what order, with a switching order; check the mode at the end and arm the transfer again.
finding-O08-title = Nobody checks that it worked
finding-O08 = { $what ->
    [believed] “{ $subject }” counted as done because its performer believed that { $devices } was as it should be; it was not.
   *[unchecked] “{ $subject }” counted as done although { $devices } had not moved; the clause has no success check.
}
finding-O08-means = The plan goes on with a state that does not exist.
finding-O08-detected = A step without success check ends as done after its device was stuck, did not start or did not transfer; or a step's check holds for its performer while the plant is otherwise for at least a minute more.
finding-O08-remedy = Add a success check with a time limit, and a branch for failure.

## P: people

finding-P01-title = Nobody there when needed
finding-P01 = { $reason ->
    [comes_in] “{ $subject }” waited { $wait_ms } { $came ->
        [yes] until { $who } had come in from { $from }.
       *[no] in vain for { $who } to come in from { $from }.
    }
    [far] “{ $subject }” waited { $wait_ms } { $came ->
        [yes] until { $who } had arrived from { $from }.
       *[no] in vain for { $who } to arrive from { $from }.
    }
   *[nobody_on_duty] “{ $subject }” waited { $wait_ms } because nobody on duty was { $who }.
}
finding-P01-means = The plan needs somebody the roster of this hour does not have.
finding-P01-detected = A step waits for its person, for travel of somebody who was off duty when the run began, or for travel of more than 8 min (assumed from practice) while something was out that the step has a part in.
finding-P01-remedy = A duty post near the equipment; a second holder on this shift; remote start; key box.
finding-P02-title = One person needed in two places
finding-P02 = “{ $subject }” waited { $wait_ms } { $came ->
    [yes] for
   *[no] in vain for
} { $pooled ->
    [yes] any of { $people }
   *[no] { $role }
}{ $known ->
    [yes] , at first busy with “{ $other }”
   *[no] {""}
}.
finding-P02-means = Steps that could run side by side hang on one person.
finding-P02-detected = A step that is ready waits for a person who does another step; one's own list done one by one while nothing is out does not count.
finding-P02-remedy = Give one of the steps to another role; a second holder; change the order so that the step which restores comes first.
finding-P03-title = Contact does not answer
finding-P03 = { $subject } could not be reached by { $channel } ({ $calls } { $calls ->
    [one] call
   *[other] calls
}); { $answered ->
    [yes] the word got through after { $wait_ms }
   *[no] the word did not get through in the run
}.
finding-P03-means = A message everything waits for goes to one number.
finding-P03-detected = Calls without an answer in the run; a single one on a line that is mostly answered, while nothing is out, is bad luck.
finding-P03-remedy = A second holder and a second channel; quarterly call tests; then: next instead of again.
finding-P04-title = Report too late
finding-P04 = { $told ->
    [yes] The supply company learned of the interruption at the customer's { $late_ms } after it began (due: { $due_ms }).
   *[no] The supply company had no word of the interruption at the customer's in the run ({ $late_ms }; due: { $due_ms }).
}
finding-P04-means = Whoever could help does not know.
finding-P04-detected = First news of the plant that reaches anybody of the supply company; what only let go in a dip is no interruption of supply. Due time: assumed from practice.
finding-P04-remedy = Report in parallel with the first step, not after it; prepared wording; a direct line; telemetry of the customer's incomers.
finding-P05-title = Two owners or none
finding-P05 = Step “{ $second }” moved { $subject } back { $after_ms } after step “{ $first }” had moved it (cards { $cards }).
finding-P05-means = Two cards ask opposite things of one device; nobody on site knows whom to follow.
finding-P05-detected = Within half an hour steps of two response cards move one switch one way and back; restoration does not count.
finding-P05-remedy = Say which card and role owns the device; let the condition of the second card look at what the first has done.
finding-P06-title = Certificate expired
finding-P06 = { $held ->
    [yes] The certificate “{ $certificate }” of { $subject } ran out on { $until }
   *[no] { $subject } never had the certificate “{ $certificate }”
}: { $others ->
    [yes] on duty, but not to operate; others of the role have to
   *[no] on duty, but not to operate, and for { $nobody_ms } nobody else of the role was there
}.
finding-P06-means = Who is on duty may not operate: there are fewer hands than the roster shows.
finding-P06-detected = When the disturbance begins a holder of a role is on duty whose certificate has run out on that day, or who has none.
finding-P06-remedy = Renew it; keep him off that duty until then; name a substitute with a certificate.
finding-P07-title = The two sides' plans wait for each other
finding-P07 = { $kind ->
    [circle] The plans of the two sides wait for each other in a circle (clauses { $clauses }); “{ $waits_longest }” waited { $lost_ms }.
   *[nobody_sends] “{ $waits_longest }” (clause { $clauses }) waited { $lost_ms } for word of { $awaited } that no step sends.
}
finding-P07-means = Each side's plan is complete by itself; together they stand still. A time-out that breaks the wait does not close the gap.
finding-P07-detected = Circles of waits across the two sides and messages no step sends, found in the plan; the lost time is read from the run.
finding-P07-remedy = A joint clause: who speaks first, at what moment, by which channel; the other side goes on when that is done.

## D: dependency

finding-P08-title = Never told, never permitted, never free
finding-P08 = “{ $subject }” { $began ->
    [no] never began
   *[yes] never went on
}: { $kind ->
    [not_told] { $role } waited { $wait_ms } to hear of “{ $what }”. What he waited for had been so for { $so_ms } in the end, and nobody passed it on
    [not_reached] { $role } waited { $wait_ms } to hear of “{ $what }”. What he waited for had been so for { $so_ms } in the end; he was called in vain
    [passed] { $role } waited { $wait_ms } to hear of “{ $what }”. What he waited for was so for { $so_ms } of it, and nobody passed it on
    [interlock] { $role } waited { $wait_ms } at the interlock of { $what }
   *[nobody_permits] { $role } waited { $wait_ms } for the permit ({ $what }), and nobody was there to give it
}.
finding-P08-means = Somebody stands ready and does nothing, because what he needs never reaches him.
finding-P08-detected = A wait for knowledge, a permit or an interlock that never ended, or ran out, though what was waited for was so in the end; a wait for knowledge in which it was so for ten minutes, though no longer in the end.
finding-P08-remedy = Say who tells him, by which way and by when; an observation where he stands; a second holder who may permit; what he does when no word comes.
finding-D01-title = Power back is not service back
finding-D01 = { $subject } had power again after { $power_after_ms }, { $back ->
    [yes] but worked only after { $service_after_ms }: { $gap_ms } later
   *[no] but did not work { $gap_ms } later, when the run ended
}.
finding-D01-means = The limit is for the service, the plan ends with the power.
finding-D01-detected = End of the function's interruption against the end of the interruptions of what it stands on, at the latest the moment at which it had what it needs; not where the function's own limit is met all the same or, without a limit, it is back within an hour (assumed).
finding-D01-remedy = Steps for the restart with a person and a time limit; restart order; have the people there when power comes back.
finding-D02-title = Lost with cooling or ventilation
finding-D02 = { $subject } was lost through the loss of { $other }.
finding-D02-means = Own supply keeps the service alive but not what cools it.
finding-D02-detected = A function is lost while a function it needs, cooling or ventilation by its name, is lost.
finding-D02-remedy = Cooling on emergency supply, cold storage, a step that restarts the chiller before the ride-through ends.
finding-D03-title = Lost with water, air, gas or another service
finding-D03 = { $subject } was lost through the loss of { $other }.
finding-D03-means = The service stands on another one the plan does not keep.
finding-D03-detected = A function is lost while another function it needs is lost.
finding-D03-remedy = Put the other service on emergency supply; stores (cylinders, tanks); a step for it in the same card.
finding-D04-title = Fire or access control reacts wrongly
finding-D04 = { $subject } had supply and was switched off because { $function } was lost; it was dark for { $outage_ms }.
finding-D04-means = A trip logic spreads the fault to equipment that had supply.
finding-D04-detected = A lost function switches a load off (on_lost) at a moment at which the load is live.
finding-D04-remedy = Review what fire panel, access control and trip systems do without supply; delay, or feed them from a UPS; write a step that puts it back.
finding-D05-title = People in lifts
finding-D05 =
    { $subject }: dark for { $outage_ms }, with people possibly inside{ $planned ->
        [yes] {""}
       *[no] {"; "}the plan has no step to bring lifts down or free people
    }.
finding-D05-means = People are shut in, and a way out is missing.
finding-D05-detected = A load that serves a lift is dark for more than a minute.
finding-D05-remedy = Fit levelling on loss of supply or put lifts on the emergency board; write who frees people within what time; restore lifts in groups.

## M: the plan as a plan

finding-D06-title = Harm done
finding-D06 = { $subject } was still away after { $after_ms }: its limit of harm ({ $harms }) was passed in the model{ $stop ->
    [never_begun] ; its safe stop was never begun
    [late] ; its safe stop came too late
   *[none] {""}
}.
finding-D06-means = What happened cannot be undone by bringing power back.
finding-D06-detected = A function stays lost for longer than its harm limit without being stopped in good order.
finding-D06-remedy = Stop in good order at once, without waiting for power; see to it that he who stops it knows; a measure without electricity for the time; supply without a break.
finding-M01-title = Scenario not covered
finding-M01 = Interrupted (for { $outage_ms } at the longest): { $loads }; none of the { $cards } { $cards ->
    [one] card
   *[other] cards
} was triggered.
finding-M01-means = Nobody is told to do anything in this situation.
finding-M01-detected = Loads with a limit go dark and no card's trigger becomes known to who must activate it.
finding-M01-remedy = A card for this situation; or a trigger that people can know (where it shows, who sees it).
finding-M02-title = No fallback
finding-M02 = “{ $subject }” { $state ->
    [timed_out] ran out of time
    [refused] was refused its permit
   *[failed] failed
}, the clause says nothing for that case{ $chain ->
    [stops] {"; "}these steps never came: { $stalled }
   *[ends] {""}
}.
finding-M02-means = The first thing that goes wrong stops the plan.
finding-M02-detected = A step fails without a branch and later steps wait for it to the end.
finding-M02-remedy = A branch for failure: another device, another person, the next source, or a report to who decides.
finding-M03-title = Time limit exceeded
finding-M03 = { $what ->
    [step] “{ $subject }” was { $finished ->
        [yes] over only { $took_ms } after it could begin
       *[no] not over { $took_ms } after it could begin, when the run ended
    }; the plan allows { $within_ms }.
    [mtpd] { $subject } was away for { $took_ms }{ $finished ->
        [yes] {""}
       *[no] { " " }and still so when the run ended
    }; the customer can bear { $within_ms } at most (MTPD).
    [no_own_supply] { $subject } was interrupted for { $took_ms }{ $finished ->
        [yes] {""}
       *[no] { " " }and still so when the run ended,
    } where { $within_ms } is allowed; no own supply can reach it.
   *[limit] { $subject } was interrupted for { $took_ms }{ $finished ->
        [yes] {""}
       *[no] { " " }and still so when the run ended,
    } where { $within_ms } is allowed, and no other weak point of this run explains it: the plan's own time does not fit the limit.
}
finding-M03-means = The times in the plan and the limits of the loads contradict each other.
finding-M03-detected = Steps over their limit; limits missed that no other weak point explains.
finding-M03-remedy = Shorten, run side by side, automate, or agree on another limit.
finding-M04-title = Device name or number does not match
finding-M04 =
    Step “{ $subject }” { $what ->
        [strange] names { $numbers }, which the diagram does not have
        [other] names { $numbers } but operates { $targets }
       *[silent] does not name { $targets }, which it operates
    }.
finding-M04-means = People follow the words; a wrong number leads to the wrong panel.
finding-M04-detected = A step carried out in the run names other devices than its targets.
finding-M04-remedy = Correct the wording by the labels on site and check each device together.
finding-M05-title = Resource not in place or agreement expired
finding-M05 =
    Step “{ $subject }” { $what ->
        [waited] waited { $wait_ms } { $came ->
            [yes] for
           *[no] in vain for
        } { $resources }
       *[expired] counts on { $resources }, whose agreement ran out on { $until }
    }.
finding-M05-means = Things and vehicles stand on paper and are not there when needed.
finding-M05-detected = A step waits for a resource; or a step that counts on one is carried out after its agreement has run out.
finding-M05-remedy = Renew the agreement; a second supplier; count with the time it takes in a storm; keep it nearer.
finding-M06-title = Only one fault at a time considered
finding-M06 = { $count } things were wrong at once ({ $things }); the cards that answered ({ $cards }) each look at one thing, and none at the combination.
finding-M06-means = Accidents seldom come alone; single cards put together wait for each other and for the same people.
finding-M06-detected = A limit is missed while two or more faults stand together, and every card that was activated is triggered by one fact.
finding-M06-remedy = A card for the combination (such as a feeder lost and own supply refusing) that says what is saved first and what is given up.
finding-M07-title = Earlier correction not closed
finding-M07 =
    Correction { $issue } (“{ $what }”, { $coded ->
        [yes] { $of_code },{" "}
       *[no] {""}
    }found on { $opened }) { $state ->
        [overdue] was due on { $due } and is open { $days ->
            [one] { $days } day
           *[other] { $days } days
        } later
        [recurred] was closed on { $due }, and this run shows it again
        [reopened] came back with version { $version } of the plan after it had been closed, and this run still shows it
       *[open] is open, and this run shows it again
    }.
finding-M07-means = What an earlier drill exposed is still there.
finding-M07-detected = A correction of the customer's file or an entry of the register is overdue on the day of the run; or the run shows a weak point of the same code about the same thing that was closed, or came back before.
finding-M07-remedy = Escalate; find out why it was not solved; close it by a repeated run.
finding-M08-title = Planned outages overlap
finding-M08 = On { $day } the outages of { $first } and { $second } overlap.
finding-M08-means = One side takes out the reserve of the other, and for a while the customer has none.
finding-M08-detected = On the day of the run the file has two outages: one of a feeder, the other of another feeder, an own source or its transfer.
finding-M08-remedy = Move one; keep one calendar between account manager and dispatcher; where they must overlap, have a mobile genset on site first.

## Why a verdict is what it is

verdict-longer-than-limit = Interrupted for longer than allowed.
verdict-harmed = Lost so long that harm was done.
verdict-within-limit = Every interruption was shorter than allowed.
verdict-not-interrupted = Not interrupted in this run.
verdict-no-limit = No limit is stated, so nothing can be judged.
verdict-limit-beyond-horizon = The run is shorter than the limit, so the limit could not be missed.
verdict-still-dark = Interrupted when the run ended, for less than the limit so far.
verdict-not-applicable = The scenario does not apply to this customer.
verdict-incomplete = The run did not reach its end.
verdict-oscillation = Automatic devices drove each other in circles; what followed cannot be trusted.
verdict-no-power-flow = The power flow gave no answer for its part of the network.
verdict-no_plant_carries_this = For too long its voltage was low, or it hung on an element far beyond its rating: what a plant does then is not in the files.
verdict-not-recorded = The run's record does not know it: the files are not those of the run.
verdict-own-supply-not-called = Own supply was not called in this run.
verdict-own-supply-did-not-reach = Seen: own supply was called but never carried it.
verdict-fuel-ran-out = Seen: own supply stopped for lack of fuel before its time.
verdict-battery-ran-out = Seen: the battery was empty before its time.
verdict-own-supply-stopped = Seen: own supply stopped before its time.
verdict-switched-off = Seen: it was dark while own supply was due.
verdict-lasted = Seen: own supply lasted for as long as it must.
verdict-stores-suffice = Calculated: the run ended first; the stores suffice at this run's burn.
verdict-stores-too-small = Calculated: at this run's burn the stores do not suffice, and nothing in the plan brings more.
verdict-battery-too-small = Calculated: at this run's load the battery does not suffice, and nothing else stands behind it.
verdict-refilled-without-end = Calculated: the store is refilled from a supply without end, whose pump was seen running.
verdict-refill-not-seen = The run, or the outage, ended before its time. What is in the tank does not suffice at this run's burn; the pump or refuelling that brings more was not due by then and was not tested.
verdict-ended-first = The run, or the outage, ended before its time; beyond that nothing was tested.

## What a run leaves open

not-tested-not-applicable = The scenario does not apply to this customer; nothing was tested.
not-tested-dead-at-start = Dead from the start, waiting for no own source ({ $n } buses): { $ids }. What happens there was not tested.
not-tested-incomplete = The run broke off after { $until_ms }. What came later was not tested.
not-tested-oscillation = Automatic devices drove each other in circles until { $until_ms } into the run; what follows from it cannot be trusted.
not-tested-no-power-flow = The power flow gave no answer for { $ids }: voltages, loadings and verdicts there are open.
not-tested-no_plant_carries_this = { $ids }: for over 60 s below 85 % of the voltage, or for over 10 min behind an element above 150 % of its rating (assumed limits). Whether they ran is open; state runs_above_pu, or what the element carries and for how long.
not-tested-dark-not-judged = Dark for up to { $longest_ms } and not judged, as the run ended after { $until_ms } or no limit is stated: { $ids }.
not-tested-limit-beyond-horizon = The run ended after { $until_ms }, before these limits could be missed: { $ids }.
not-tested-still-dark = Still interrupted when the run ended after { $until_ms }, for less than the limit so far: { $ids }.
not-tested-no-limit = Interrupted, but no limit is stated to judge it by: { $ids }.
not-tested-endurance = { $ids }: own supply must last { $due_ms }; { $why ->
    [own-supply-not-called] it was not called in this run
    [own-supply-did-not-reach] it was called but never carried them
   *[other] beyond { $lasts_ms } it was not tested
}.
not-tested-card-never-triggered = These cards were never triggered: { $ids }.
not-tested-steps-never-begun = Card { $id }: these steps never began: { $ids }.
not-tested-branch-not-exercised = The branch for a failure of “{ $id }” was not used: { $ids }.
not-tested-transfer-never-called = These automatic transfers had no reason to act: { $ids }.
not-tested-genset-never-called = These gensets were never called: { $ids }.
