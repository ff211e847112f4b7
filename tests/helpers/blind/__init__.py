"""Blind changes: a customer's files spoiled in one place, and whether anything says so.

An operator (`steps`, `cards`, `people`, …) lists the places where a customer can be spoiled in its way; `judge` loads
the spoiled files, asks `check` and plays the customer's scenarios; `python -m helpers.blind` draws a sample.
"""
