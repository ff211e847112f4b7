"""A customer's folder from the reliability table of a published distribution system.

The rules of the form, as the published indices follow from them:

- For a fault on a branch the nearest protection towards the source trips. Where it does not work (`prot_works`) the
  next one upstream does; before the source itself there is always one more breaker.
- The isolated zone reaches from the fault to every isolator and every protection around it.
- Points that are reached from the source, or from an alternative supply bus, once the zone is isolated are back after
  the branch's switching time s; all others after its repair time r. A transfer to an alternative supply succeeds with
  the chance `transfer_works`; where it does not, the points behind it wait for r too.
- Load point n is node `LPn` where there is one, else bus n; one called otherwise is the node of its own name.
- Supplies carry whatever is put on them; branches have no impedance that matters.

Nothing is worked out here. The table becomes devices with chances, branches with `failures_per_year`, `repair` (r) and
`found_in` (s), buses and supplies, whose failures it leaves out, with a rate of 0, and a plan of four steps: isolate,
switch back, transfer, restore after repair, each of which finds its switches when it begins. The engine plays that plan
as any other. Every operation takes 1 ms, so points come back a few milliseconds after s and r.

A protection that may fail is written as a fuse: what fails is its blowing, and by hand it can be taken out.
"""
