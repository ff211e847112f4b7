## Closed entries of the register, played again

regression-holds = “{ $what }” ({ $code }, { $subject }): a re-run supports that it is put right ({ $scenario }, seed { $seed }).
regression-back = “{ $what }” ({ $code }, { $subject }) is back: { $expected ->
    [yes] { $scenario }, seed { $seed }, does not give the verdicts agreed for { $missed }
   *[no] { $scenario }, seed { $seed }, says it again
}. The entry is open again.
regression-unknown = “{ $what }” ({ $code }, { $subject }): nobody can tell whether it is back. { $why ->
    [no-scenario] The entry names no scenario; write one.
    [not-applicable] { $scenario } does not apply to the customer as it is; name another scenario.
    [no-such-subject] Nothing of that id is there any more; say in the register what stands in its place, or reject the entry with a reason.
    [expects-nothing] An expectation fits no load and no function; mend it.
   *[cannot-say] { $scenario }, seed { $seed }, could not judge it.
}

## The head of a new register

register-head =
    Register of weak points: one entry each; the same code about the same subject is the same entry. Numbers are never changed.
    status: open, in_progress; done (put right, with the day in closed:); verified (a re-run supports it); rejected (with reason:).
    owner: customer, utility, both, a department, a role or a person; due: by when. drillsim explain Entry says what each key means.
    drillsim check --regression plays every closed entry again and opens the ones that are back.

## The screen

cli-regression =
    Register: { $n ->
        [0] no entry is closed
        [one] { $n } closed entry played again
       *[other] { $n } closed entries played again
    }. Back: { $back }. Nobody can tell: { $unknown } (no pass). A re-run supports that they are put right: { $holds }. Still open: { $left }.
cli-regression-written = { $file } is brought up to date.
cli-regression-status = ({ $before } → { $after })
cli-check-nobody = None of these files belongs to a customer.
problem-argument-regression-files-only = --regression plays runs, --files-only plays none. Leave one of the two out.
cli-register =
    Register: { $added ->
        [0] nothing new
       *[other] entered { $added } ({ $new })
    }{ $back ->
        [0] {""}
       *[other] ; back and open again { $back } ({ $again })
    }; known already { $known }. { $written ->
        [yes] { $file } is brought up to date.
       *[no] { $file } stays as it is.
    }
problem-argument-register-day = --register and --as-of go together: an entry says the day it was found, and drillsim reads no clock. Write both, such as --register --as-of 2026-07-01.
problem-register-scenario-elsewhere = The register finds a scenario again by its name, and this file does not lie where names are looked for. Put it into scenarios/{ $customer }/, or leave out --register.
