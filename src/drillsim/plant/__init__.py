"""The electrical and procedural facts, told once: kinds of source and switch and what each may do, what is live, when a
condition holds, where a transfer goes, what is dangerous. Runs, rules, weak points and pictures all ask here."""
