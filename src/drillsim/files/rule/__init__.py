"""Rules between the files of one customer that make a folder unreadable (exit code 2), one small function each."""
