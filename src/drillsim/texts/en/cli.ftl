# The command line: help, what commands say, wrong arguments.

## Help

cli-what = Runs a key customer's power-supply contingency plan against faults, people and physics, and says where it breaks.
cli-usage = Usage: { $usage }
cli-options = options
cli-command = COMMAND
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-commands = Commands
cli-heading-exit = Exit codes
cli-help-of-command = More about a command: { $usage }

cli-demo = Plays a shipped hospital through a night without both feeders: run, weak points, recommendations, report.
cli-demo-more = Needs no files. Writes only into the output folder.
cli-init = Writes a new customer's folder that teaches by example, one around a given network, or one of a published distribution system.
cli-init-more = Never touches a folder that holds something already. Figures that nobody gave are marked as assumed.
cli-check = Reads a customer's files and asks every rule; plays nothing, unless --regression asks for it.
cli-check-more = With scenarios, also says whether they fit this customer. A rule whose input is missing answers "unknown", which is never a pass; what is missing is listed in one table, with the rules that wait for it. What fails stands under what has to be done, gravest first; results that are alike share a line, ten lines are shown, --all shows everything. --regression plays every closed entry of register.yaml again on the plan as it is: one that is back is opened again, one that was reported as put right and holds is verified; an entry nobody can tell of is said, and is no pass.
cli-run = Plays each scenario once against the plan: what happened, weak points, recommendations, report.
cli-run-more = The run lies in DIR/<customer>/<scenario>-s<seed>/. The same files and seed give the same bytes. With --register, weak points nobody has entered become open entries of register.yaml under the next free numbers, and closed ones that are back are opened again.
cli-revise = Looks for the smallest set of changes with which every protected load and function meets its limit in every case asked of the plan; three answers: text alone, text and settings, everything.
cli-revise-more = The cases: each event that calls the plan, alone and with one thing that does not go as planned, by day and by night; the scenario library by day, by night and at the change of shift. Of the events with something beside one in five is held back from the search and only counted. The result lies in DIR/<customer>/revise-s<seed>/. The same files and seed give the same bytes on any number of workers.
cli-report = Writes the documents of the folder of a run, a campaign or a comparison anew from what was recorded; nothing is simulated.
cli-report-more = Reads the folder of a run that died (.part), too, and says that it is incomplete.
cli-explain = Says what a code, rule, word of the screen or of the trade, verb, field, fault, hazard, verdict, wait, step state, ledger cause or journal event means.
cli-explain-more = Fields by name, record or path: max_interruption, Load.max_interruption, site.loads.max_interruption, or as a message names them ("site.yaml: loads.icu.max_interruption"). Words as they stand on the screen, in either language: "not known", permit, missed, 备自投. Without NAME: what there is.
cli-schema = Prints the JSON Schema of a file or of what --json prints.
cli-schema-more = NAME is one of: customer, network, site, plan, scenario, edition, register, people.local, revisions, msel; campaign, check, checks, compare, explain, init, problems, revise, run, runs.

cli-argument-plan-dir = the customer's folder: customer.yaml, network.(yaml|json|xlsx), site.yaml, plan.yaml
cli-argument-scenario = a scenario: its name in the library or among the customer's own, or the path of a file
cli-argument-run-dir = the folder of a run, a campaign, a comparison or a drill; for papers several, and the folder of a search or a customer too
cli-argument-name = what to explain; without it, the groups
cli-argument-schema = which schema
cli-argument-dir = the folder to write
cli-option-help = shows this help
cli-option-version = shows the version
cli-option-seed = number that fixes every chance of the run (default 1)
cli-option-out = folder for runs (default reports)
cli-option-lang = language of screen and documents (default: the variable DRILLSIM_LANG, then language in customer.yaml, then the machine's)
cli-option-json = prints one JSON document in UTF-8 on standard output and nothing else
cli-option-fail-on = exit code 1 from this severity on (default never)
cli-option-files-only = asks only the rules that need no network model
cli-option-as-of = the day to hold dates against, such as 2026-07-01; without it such rules are unknown
cli-option-all = shows every result and everything to collect, not the first ten lines of each
cli-option-regression = plays every closed entry of register.yaml again and writes into it what holds and what is back
cli-option-changed = the arguments are changed files; every customer they belong to is checked (for hooks)
cli-option-register = enters the weak points of the run in register.yaml; needs --as-of
cli-option-register-day = for --register: the day the weak points were found, such as 2026-07-01
cli-option-strict = exit code 1 when any rule fails, or is unknown for want of something the files or flags could give
cli-option-network = a pandapower network (.json or .xlsx) to build the folder around
cli-option-reliability = a reliability table of a published distribution system (.yaml) to build the folder of
cli-option-case = which case of the table

cli-exit-0 = fine
cli-exit-1 = weak points at or above --fail-on; with check --strict also failed and unknown rules
cli-exit-2 = a file or an argument is wrong; every problem is printed
cli-exit-3 = drillsim's own fault; one line says where the details lie
cli-exit-130 = stopped (Ctrl-C); what was recorded stays in the .part folder

## What commands say

cli-colon = { ": " }
cli-demo-begins = drillsim demo: plays "{ $scenario }" against the shipped customer "{ $customer }", judges the run and writes a report below { $out }/.
cli-doing-calibrate = playing the scenarios with the observed times
cli-doing-run = { $subject }: playing
cli-doing-waits = { $subject }: playing it again without each wait, { $done } of { $of }
cli-doing-others = { $subject }: playing the customer's other scenarios, { $done } of { $of }
cli-doing-edits = { $subject }: trying changes on this scenario, { $done } of { $of }
cli-doing-elsewhere = { $subject }: trying the best changes on the other scenarios, { $done } of { $of }
cli-doing-regression = { $subject }: playing closed entries of the register again, { $done } of { $of }
cli-doing-required = { $subject }: playing the cases asked of the plan, { $done } of { $of } events
cli-doing-reviewed = { $subject }: making changes from the runs of a few cases, { $done } of { $of }
cli-doing-sets = { $subject }: trying sets of changes, { $done } runs
cli-doing-verified = { $subject }: verifying a set on every case, { $done } runs
cli-doing-left = { $doing }, about { $left } left
cli-doing-write = { $subject }: writing the report
cli-run-title = { $customer } · { $scenario }
cli-weak-points = { $n ->
        [0] No weak points found in this run.
        [one] One weak point:
       *[other] { $shown } of { $n } weak points, worst first:
    }
cli-costliest = Costliest wait: { $step } { $what } (clause { $clause }), { $reason } { $on } { $ms }; without it the longest protected outage that people can shorten would be { $cost } shorter.
cli-no-wait = No step had to wait.
cli-not-tested = Not tested by this run:
cli-more = and { $n } more, see the report
cli-proved = After playing it again:
cli-first = Changes to make first (supported by re-running, for the meeting to decide, the greatest gain first):
cli-first-none = No change is supported by re-running yet.
cli-discussed = { $n ->
    [one] One more proposal, not supported by re-running, is
   *[other] { $n } more proposals, not supported by re-running, are
} in the report, for the meeting to discuss.
cli-option-report-format = papers for the meeting instead, in these formats: html, docx, xlsx, pdf, md, json (default docx)
cli-option-report-kind = which papers. Of a run: report, after-action, revision-table, improvement-list, approval, sign-in, notice, wall-cards, to-confirm, before-after, coverage, weak-points, plan, plan-changes; of a drill: after-action, after-action-aqt, after-action-hseep, session-record, exercise-record, evaluation, msel, sign-in, improvement-list; of a customer: plan, plan-changes, wall-cards, contacts (default all but contacts, of the report the order usual in the language)
cli-option-report-for = the copy of one recipient: customer, dispatch, meeting, wall, outside (single cards to be given out)
cli-option-full-contacts = telephone numbers are not masked
cli-option-report-template = your company's own .docx: its page, header, footer and styles come first
cli-report-written = Written: { $path }
cli-report-lies = Report: { $path }
cli-stopped-searching = Stopped. Nothing was written.
cli-stopped-revising = Stopped. The campaign lies whole in { $path }; drillsim revise --from looks for the changes later.
cli-stopped-proving = Stopped. Page one and what had been re-run stand in { $path }.
cli-stopped = Stopped. What was recorded stays in the .part folder; drillsim report reads it.
cli-problems = { $n ->
        [one] One problem. Nothing was run.
       *[other] { $n } problems. Nothing was run.
    }
cli-our-fault = This is drillsim's own fault ({ $what }). The details lie in { $log }; please report it with them.
cli-check-title = { $customer }: the files can be read. { $failed ->
        [one] One rule result fails
       *[other] { $failed } rule results fail
    }, { $unknown } are unknown (which is no pass), { $passed } pass, { $other } do not apply.
cli-check-todo-danger = DANGER: mend or clear up before anybody switches ({ $n })
cli-check-todo-plant = Change wiring, settings or stock ({ $n })
cli-check-todo-plan = Rewrite the plan ({ $n })
cli-check-todo-people = Name people, reach people ({ $n })
cli-check-todo-papers = Tests, drills, papers ({ $n })
cli-check-short-danger = danger { $n }
cli-check-short-plant = wiring, settings or stock { $n }
cli-check-short-plan = plan { $n }
cli-check-short-people = people { $n }
cli-check-short-papers = tests, drills, papers { $n }
cli-check-waiting = [{ $rules }]
cli-check-rule = [{ $severity } { $rule }, { $how }]
cli-check-also = … and { $n ->
        [one] one more like this{ $lines ->
            [none] .
           *[other] , in line { $lines }.
        }
       *[other] { $n } more like this{ $lines ->
            [none] .
           *[other] , in lines { $lines }.
        }
    }
cli-check-rest = { $n ->
        [one] One more result fails
       *[other] { $n } more results fail
    } ({ $parts }). --all shows every one by itself.
cli-check-collect = To ask the customer or the supply company for; until then { $n ->
        [one] one result is
       *[other] { $n } results are
    } unknown:
cli-check-column-what = What
cli-check-column-of = Of
cli-check-column-where = Enter in
cli-check-column-rules = Rules that wait
cli-check-field = { $key }: { $meaning }
cli-check-papers = documents: papers on file, with date and number
cli-check-collect-rest = … and { $n ->
        [one] one more thing
       *[other] { $n } more things
    } to ask for. --all shows them.
cli-check-beyond = What the files alone cannot tell:
cli-severity-must = must
cli-severity-should = should
cli-severity-info = for information
cli-check-not-applicable = Scenario { $scenario } does not apply to this customer; a run of it plays nothing and says not_applicable:
cli-check-applicable = Scenario { $scenario } applies to this customer.
cli-dead-at-start = { $n ->
    [one] One bus is
   *[other] { $n } buses are
} dead in the normal mode, waiting for no own source: { $names }.
cli-init-made = Written: { $folder }
cli-init-feeder-from-gen = The file has no feeder in service; its reference generator stands for the utility: { $names }.
cli-init-assumed = Assumed, with its source in network.yaml: short-circuit power and R/X of { $names }.
cli-init-renamed = { $n ->
        [one] One name did not fit and was changed: { $names }.
       *[other] { $n } names did not fit and were changed: { $names }.
    }
cli-init-sources = { $n ->
        [one] One generator of the file is left out; write it into site.yaml as a source with its terminal bus and breaker if it matters: { $names }.
       *[other] { $n } generators of the file are left out; write those that matter into site.yaml as sources with their terminal bus and breaker: { $names }.
    }
cli-init-ups = Taken as a UPS in site.yaml, because no feeder reaches its bus; the bus that feeds it and figures not in the file are assumed: { $names }.
cli-init-unfed = { $n ->
        [one] No feeder reaches this load even with every switch closed; it is left out: { $names }.
       *[other] No feeder reaches these { $n } loads even with every switch closed; they are left out: { $names }.
    }
cli-init-raised = Taken as 0, because a transformer cannot have less: { $names }.
cli-init-idle-taps = The tap changer of these has no type or side, so its position has no effect, as in pandapower: { $names }.
cli-init-passed-over =
    Passed over, { $reason ->
        [costs] for optimisation only
        [measurements] for state estimation only
        [geography] for maps only
        [controllers] for time series and controllers only
        [curves] characteristics that no row asks for
        [zero_sequence] for unbalanced faults only
        [thermal] for temperatures only
        [settings] nothing is computed from it here
        [words] words of a type that is not known
       *[other] not known here
    } (with the number of rows): { $names }.
cli-init-left-out = Left out of table { $table } ({ $n }): { $names }.
cli-init-and-more = and { $n } more
cli-init-next = Next: drillsim check { $folder }

## Wrong arguments and places

problem-argument-choice = "{ $value }" is not known here. Write one of: { $known }.
problem-argument-seed = "{ $value }" is not a seed. Write a whole number from 0, such as 1.
problem-argument-date = "{ $value }" is not a day. Write one such as 2026-07-15.
problem-argument-unknown-flag =
    There is no such flag. { $near ->
        [none] The command with --help
       *[other] Did you mean { $near }? The command with --help
    } lists them.
problem-argument-flag-usage = The flag is not written as it should be. Write its value behind it, or nothing behind a flag that takes none; --help says which.
problem-argument-missing = This argument is missing. Write: { $usage }.
problem-argument-no-command =
    There is no such command. { $near ->
        [none] Write
       *[other] Did you mean { $near }? Write
    } one of: { $known }.
problem-argument-no-scenario = No scenario is named. Write at least one behind the folder, such as: drillsim run { $folder } { $first }. There are: { $known }.
problem-argument-dash = This begins with a long dash, not with two hyphens. Write { $mend }.
problem-argument-quote = A quotation mark stands in it. On Windows a backslash before the closing quotation mark takes it along: write { $mend } without one, and what follows as a word of its own.
problem-report-missing =
    There is no such folder. { $near ->
        [none] Give
       *[other] Did you mean { $near }? Give
    } the folder that drillsim run or drillsim campaign names at its end, such as reports/<customer>/<scenario>-s1.
problem-report-a-file = This is a file. Give the folder of a run or of a campaign, such as reports/<customer>/<scenario>-s1.
problem-report-holds-runs = This folder holds runs and is none itself. Give one of: { $runs }.
problem-report-of-customer = This is a customer's folder; nothing was recorded in it. Play a scenario with drillsim run { $folder } SCENARIO, then report the folder it names.
problem-report-of-search = This is the folder of a search by drillsim revise. To write its changes into the plan leave --from out: drillsim revise PLAN_DIR --apply ID,… with the same --out and --seed takes it up as it lies here. For its papers: drillsim report { $folder } --format docx.
problem-report-not-ours = No run, campaign or comparison of drillsim lies here. Give the folder that drillsim run, campaign or compare names at its end.
problem-report-empty = This folder is empty. Give the folder that drillsim run, campaign or compare names at its end.
problem-argument-too-many = There are more arguments than the command takes. Write: { $usage }.
problem-argument-init-one = This does not go together. Give --network or --reliability, not both, and --case only with --reliability.
problem-no-access = This place may not be read or written. Check its permissions, or choose another one with --out.
problem-disk-full = The disk is full. Make room, or choose another place with --out.
problem-run-played-not-written = The run was played to its end, but there is no room on the disk for { $lost }. Make room and play it again, or play it with --out on another disk: the same seed gives the same run. Its journal and inputs are whole in { $part }; drillsim report { $path } writes a report from them, without recommendations.
problem-run-proved-not-written = The run was played and page one stands in { $path }, but there is no room on the disk for { $lost }, which the re-runs gave. Make room and play it again, or play it with --out on another disk: the same seed gives the same run.
problem-run-not-recorded = The disk filled up at { $lost } while the run was played, so it was stopped. What was recorded until then is in { $part }; make room, or play it again with --out on another disk.
problem-path-too-long = The path is longer than this system allows. Choose a shorter place with --out.
problem-path-through-file = A file stands where a folder is needed. Move it away, or choose another place with --out.
problem-no-such-code =
    There is nothing called "{ $name }". { $near ->
        [none] Write
       *[other] Did you mean { $near }? Write
    } a weak-point code, a rule, a verb, a field, a fault or a journal event; drillsim explain lists what there is.
problem-network-not-pandapower = This is not a pandapower file. Give a .json written by pandapower.to_json or an .xlsx written by pandapower.to_excel.
problem-scenario-name-twice = { $other } is called "{ $name }" too, and their runs would share one folder. Run them one after the other with different --out, or rename one.

## campaign

cli-campaign = Plays everything that can go wrong, alone or together, and the scenario library by hour, with draws of luck: which limits are missed in which case, how likely, and the smallest combinations that beat the plan.
cli-campaign-more = The campaign lies in DIR/<customer>/campaign-s<seed>/. By default each event (a source, transformer, line, bus or zone lost) alone and with one thing beside that does not go as planned, and every scenario, by day and by night, 5 draws each. Interrupted, it goes on with --resume. The same files and seed give the same bytes on any number of workers.
cli-option-faults = how many failures at once: N-1, N-2, N-3, or none for the scenarios alone; without it each event alone and with one thing beside that does not go as planned (with --exact: N-1)
cli-option-scenarios = which scenarios are played too, as a pattern of names, or none (default *; with --exact none)
cli-option-hours = when cases begin, separated by commas: day, night, peak, shift-change (default day,night; with --exact day)
cli-option-draws = draws of luck for each case, and for each further batch (default 20; 5 where --faults is not given)
cli-option-target-error = goes on drawing, batch by batch, until the unserved energy of a year is known this well, such as 5%
cli-option-exact = answers by enumerating every chance instead of drawing; with --draws both, and says where they disagree
cli-option-variant = another folder with the plan changed, played on the same cases with the same luck; may be given several times
cli-option-late = by how much a step is late where one is late, such as 15 min (default 10 min, assumed)
cli-option-limit = plays only the first N units (a unit is one set of failures, or one scenario, at one hour)
cli-option-apply = writes changes into the customer's files as the next version of the plan, the old one kept in history/: ids of recommendations, or minimal for the smallest set (paper, setting: of these means alone); takes --as-of, the date on record
cli-option-revise = afterwards looks for the smallest set of changes for its cases, as drillsim revise --from does
cli-option-as-of-record = date under which the changes written are put on record, such as 2026-10-01
cli-option-from = the changes for what was recorded in the folder of a run or campaign, instead of for every case asked of the plan
cli-option-no-proofs = page one alone: nothing is played again, so severities of waits are bounds and no change is tried
cli-option-workers = processes that play at the same time (default: one for each processor)
cli-option-scheduler = plays on the Dask cluster whose scheduler is at ADDRESS, such as tcp://127.0.0.1:8786
cli-option-every-case = plays also the cases known to change nothing
cli-option-resume = goes on with the interrupted campaign of the same files and flags
cli-campaign-goes-on = Goes on: { $done } of { $units } units are played already.
cli-campaign-alike = { " " }The same limits are missed in { $n ->
        [one] one more way, see the report.
       *[other] { $n } more ways, see the report.
    }
cli-campaign-begins = { $customer }: { $cases ->
        [one] one case
       *[other] { $cases } cases
    } ({ $hours }){ $runs ->
        [0] { "" }
        [one] , about one run
       *[other] , about { $runs } runs
    }; expected to take about { $time }.
cli-rate = { $n } units/s
cli-rate-a-minute = { $n } units/min
cli-batch = (batch { $n } of draws)
cli-batch-exact = (exact)
cli-progress = { $subject }: { $done } of { $of } units, { $rate }, { $left } left
campaign-case-title = Case of a campaign: { $case }
problem-argument-share = "{ $value }" is not a share. Write a number between 0 and 1, or per cent such as 5%.
problem-argument-time = "{ $value }" is no time. Write a number with its unit, such as 15 min.
problem-argument-count = "{ $value }" is no count. Write a whole number from { $least } to { $most }.
problem-argument-variant = "{ $value }" names no variant. Write what to call it, an equals sign and its folder, such as second-electrician=plans/hospital-v2.
problem-campaign-no-scenario = No scenario is called like "{ $pattern }". Write a pattern of names such as both-lost-*, or leave the flag out.
problem-campaign-no-case = Neither failures nor scenarios are to be played. Write --faults N-1, or name scenarios with --scenarios.
problem-campaign-variant-differs = The variant { $label } has other loads or functions than the plan it is compared with, so nothing could be compared. Keep the loads of the network and the functions of the site the same.
problem-campaign-nothing-to-resume = No interrupted campaign of this customer and seed lies here. Start it without --resume.
problem-campaign-unfinished = A campaign was stopped here, and what it played would be lost. Go on with it by --resume, or delete the folder to start anew.
problem-campaign-changed = The interrupted campaign was begun with other inputs: { $changed }. Put them back as they were, or delete the folder to start anew.
problem-campaign-workers-lost = The workers ended by themselves { $times } times without playing anything. What was played stays in the .part folder; free memory or use fewer --workers, then go on with --resume.
problem-campaign-scheduler = No Dask scheduler answers at { $address }. Start one with "dask scheduler" and workers with "dask worker { $address }", or leave --scheduler out.
problem-campaign-no-dask = --scheduler needs an extra package that is not installed. Install it with: pip install "drillsim[dask]". Or leave --scheduler out.
cli-option-edition = plays, checks or revises the plan as one of its editions has it (a planned outage, a day of guaranteed supply): a file of the folder editions, by name
cli-check-edition = Checked as edition { $name } has it, on { $date }. Lines of files it changes count in the file with its changes made.
cli-check-editions = Editions that fit the plan: { $names }. Check one by its rules with --edition NAME.

# The joint drill
cli-session = Opens joint drills: people of both sides decide, the program keeps the plant; pages open in browsers, of this machine alone unless --host says otherwise.
cli-session-more = Each scenario is a drill with its own links, record and numbers; what goes wrong in one does not stop the others. The links and codes of all parts are printed. The plan plays every role nobody plays; on the console each role is handed to people or to the plan at any time. The list of injects is scenarios/<customer>/<scenario>.msel.yaml unless another is named. The record is written as it goes on in DIR/<customer>/session-<scenario>-s<seed>.part and loses .part when the drill has ended; after Ctrl-C or a power cut go on with --resume. When a drill has ended, console and evaluator open the hot wash: three good things, what happened, the latest steps, limits, evaluation, improvement list; --resume opens it again, drillsim report DIR prints it. The list goes into the customer's register only when asked, by the button or by --take-over.
cli-option-msel = List of injects (default: the scenario's own; none where it has none)
cli-option-play = Role that people play from the beginning; may be given several times, the plan plays the others
cli-option-port = Port; 0 takes a free one (default 0)
cli-option-no-browser = Open no browser
cli-option-session-resume = Go on with the drill in this folder, or open the hot wash of one that has ended; without SCENARIO, and with PLAN_DIR only so that its page can take rows over; may be given several times
cli-option-take-over = Take the decided rows of that drill's improvement list over into register.yaml of PLAN_DIR
cli-option-calibrate = Open no pages: compare the times of steps whose end people reported, in the folders of drills that follow, with the plan's, and play the scenarios with them
cli-option-rehearse = Open no pages: the plan plays alone, at once, and what came of each inject is listed
cli-option-replay = Look at the record in this folder again in the browser, moment by moment; nothing in it changes
cli-option-at = With --resume: a new session that branches off at this scenario time (1:02:03, or minutes); the old one stays as it is
cli-session-replay = Replay of { $path }
cli-session-replay-stop = Ctrl-C closes it.
cli-session-open = The drill is open; its record is { $path }
cli-session-part = Part
cli-session-code = Code
cli-session-link = Link
cli-session-stop = Ctrl-C closes it; a drill that has not ended can go on later.
cli-session-resumable = The drill has not ended. To go on: drillsim session --resume { $path }
cli-session-lies = Record of the drill: { $path }. To have it judged and reported: drillsim report { $path }
cli-option-session-plan = Before a drill: without a scenario which is most worth drilling; with one its scheme, script, briefing, role sheets and inject cards, to be printed
cli-drill-plan = Most worth a drill first (weak points that came back, not drilled below { $out }, most limits missed by the plan alone):
cli-drill-scenario = scenario
cli-drill-title = title
cli-drill-missed = missed
cli-drill-severe = A
cli-drill-drilled = last drilled
cli-drill-back = came back
cli-drill-never = never
cli-drill-open = ({ $number } open)
cli-drill-next = Papers to print: drillsim session { $plan } { $scenario } --plan
cli-drill-paper-scheme = Scheme of the drill (for those who lead): { $path }
cli-drill-paper-script = Script (for those who lead): { $path }
cli-option-session-format = with --plan: formats of the papers before a drill: html, docx, xlsx, pdf, md, json (default html)
cli-drill-paper-briefing = Briefing, for everybody: { $path }
cli-drill-paper-roles = Role sheets, a page each, without injects: { $path }
cli-drill-paper-injects = Inject cards, for those who lead alone: { $path }
cli-drill-stand-ins = The plan stands in for { $n } of { $of } roles: { $roles }
cli-rehearse-played = The plan alone played { $scenario } ({ $horizon }):
cli-rehearse-inject = Inject
cli-rehearse-title = Title
cli-rehearse-came = When
cli-rehearse-then = Result
cli-rehearse-none = There are no injects.
cli-rehearse-given = { $at }
cli-rehearse-by-hand = by hand, not given
cli-rehearse-not-given = its condition did not come, not given
cli-rehearse-fulfilled = done as expected
cli-rehearse-not-fulfilled = not done in time

## drillsim import

cli-import = Takes a workbook that drillsim wrote and somebody has edited back into the customer's files: the improvement list into register.yaml, the list of injects into its scenario's, the workbook of a customer into the files.
cli-import-more = Of an improvement list, rows that are right are written at once, all in one exchange of the file; a row with a wrong cell stays as it was and is named by sheet, row and column, and the exit code is then 2. A customer or a list of injects is one value: with one wrong cell nothing is written. Comments and every line that is not concerned stay. What the workbook is, its hidden sheet says; it is never guessed.
cli-argument-workbook = the edited workbook
cli-option-dry-run = says what would be written, and writes nothing
cli-option-import-day = day on which rows without an entry are entered
cli-import-row = Row { $row } → { $entry } ({ $about }): { $changes }
cli-import-done =
    { $taken ->
        [0] No row
        [one] { $taken } row
       *[other] { $taken } rows
    } taken; left as they were because something is wrong: { $wrong }; unchanged: { $unchanged }{ $gone ->
        [0] {""}
       *[other] ; no longer in the sheet, and left in the register: { $gone }
    }. { $written ->
        [yes] { $file } is brought up to date.
        [dry] Nothing was written (--dry-run).
       *[no] { $file } stays as it is.
    }
problem-argument-import-day = Row { $row } is about something the register does not have yet, and drillsim reads no clock. Give the day it is entered, such as --as-of 2026-07-01.

## The customer as a workbook

cli-export = Writes a customer's folder as one workbook: a sheet a kind of thing, a row a thing, with a sheet that explains every column.
cli-export-more = Sheets and columns carry their own names in brackets; dropdowns come from the schema. drillsim import takes changes back, drillsim init --from begins a customer from it.
cli-argument-workbook-new = the workbook to write; nothing that is there is written over
cli-option-init-from = begin from a workbook that drillsim export wrote and somebody has filled in
cli-export-written = Written: { $path }
cli-export-left = Not in the workbook, and left as it is: { $names }
cli-import-customer =
    { $changes ->
        [0] Nothing is changed.
       *[other] Rows changed { $changed }, added { $added }, removed { $removed }. { $written ->
            [dry] Nothing was written (--dry-run); it would be: { $files }
           *[other] Brought up to date: { $files }
        }
    }
cli-import-change = { $what ->
    [changed] changed
    [added] added
   *[removed] removed
}: { $section } { $key }
problem-workbook-there = There is a file already, and it may hold somebody's work. Name another one, or move it away.
problem-workbook-no-id = The row has no id. Give it one: letters, digits, - _ . without blanks.
problem-workbook-id-twice = Row { $line } has the same id. Give each row its own.
problem-workbook-conflict = The file says { $now } here by now, which it did not when the workbook was written. Put it into the cell, or export again and change it there.
problem-workbook-gone = { $id } is not in the sheet any more, but its file has changed since the workbook was written. Put the row back, or take it out of an export of today.
problem-workbook-no-field = There is no such field. Take one of the rows that were written.
problem-workbook-no-parent = There is no card of that id. Write the id of one on the sheet of cards.
cli-option-msel-book = write the list of injects (MSEL) of this scenario instead; an empty one where it has none
cli-import-approved = The plan still says that it is approved, and nobody has approved what was changed. Set status and version on the sheet of the plan, or have the change reviewed.
cli-init-go-on = The workbook it came from belongs to another folder. Go on with one of its own: drillsim export "{ $folder }" FILE.xlsx
cli-import-moved = The rows of { $sheets } stand in another order than in the files. The order is not taken over; where it matters, change it in the file.
