# What can be wrong with a journal that is read back.

problem-journal-unreadable = The journal cannot be read ({ $why }). Check the path and the permissions, and name the run folder that holds journal.jsonl.
problem-journal-empty = The journal is empty: the run died before anything was recorded. Play the scenario again with drillsim run.
problem-journal-not-a-journal = This is not a drillsim journal. Name a run folder written by drillsim run, or the journal.jsonl in it.
problem-journal-newer = This journal was written by drillsim { $version } in a newer format. Open it with { $version } or later.
problem-journal-line-damaged = This line is damaged, so the journal cannot be trusted. Restore the run folder from a backup, or run again with the same files and seed.
problem-journal-unknown-event = The event type "{ $type }" is not known here; drillsim { $version } wrote it. Open the journal with { $version } or later.
