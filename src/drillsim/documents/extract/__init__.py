"""Copies of papers by recipient: which papers, whose rows, which marks, and telephone numbers hidden."""

from drillsim.documents.extract.copies import COPIES, RECIPIENTS, Copy, Recipient, marked_for, masked, masked_words

__all__ = ["COPIES", "RECIPIENTS", "Copy", "Recipient", "marked_for", "masked", "masked_words"]
