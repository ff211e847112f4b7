# What is wrong in files and arguments: first what, then what to write instead.

## Ids and words

problem-id = "{ $value }" cannot be an id. Use letters, digits and - _ . without spaces, at most 64 characters, such as icu-1 or 401.
problem-id-not-nfc = The id "{ $value }" holds decomposed characters (it is not NFC). Type it again, here and wherever it is referred to.
problem-text = Words are expected here, this is a { $value }. Write one line of text; put it in quotes if it holds a colon or a #.
problem-text-too-long = The text is longer than { $limit } characters. Shorten it; put details into an annex and name the annex here.

## Numbers, truth values and dates

problem-number = "{ $value }" is not a number. Write plain digits without a unit, such as 0.85 or 630.
problem-whole-number = "{ $value }" is not a whole number. Write a whole number, such as 3.
problem-truth = "{ $value }" is neither yes nor no. Write true or false.
problem-date = "{ $value }" is not a date. Write 2026-07-15, or 2026-07 for a month.

## Times

problem-duration-without-unit = The time "{ $value }" has no unit. Add one, such as { $value } s or { $value } min (ms, s, min, h or d).
problem-duration-not-understood = The time "{ $value }" cannot be read. Write numbers with units, such as 500 ms, 90 s or 1 h 30 min (ms, s, min, h or d).
problem-duration-too-long = The time "{ $value }" is longer than ten years. Check the number and the unit.
problem-duration-negative = A time cannot be negative here, this is { $value }. Write zero or a positive time, such as 90 s.
problem-duration-form = A time cannot be made of "{ $value }". Write 90 s, {"{"}median, p90{"}"}, {"{"}mean{"}"} or {"{"}low, mode, high{"}"}.
problem-duration-order = { $value } must rise in this order, and median and mean must be above zero. Check these times.
problem-time-of-day = "{ $value }" is not a time of day. Write one between 00:00 and 24:00, such as 22:30.
