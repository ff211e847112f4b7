"""Walking back from what ended an interruption to what began it: which part of it came from what."""
