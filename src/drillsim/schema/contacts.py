"""people.local.yaml: phone numbers and homes. git ignores it, nothing copies or digests it, all works without it."""

from __future__ import annotations

from drillsim.schema.base import FormatOne, Id, Model, Text


class Contact(Model):
    """The ways to reach one person."""

    phone: Text = ""
    """Phone number."""
    home: Text = ""
    """Place the person lives at."""


class Contacts(Model):
    """Private facts of the people named in customer.yaml."""

    format: FormatOne
    """File format; 1."""
    people: dict[Id, Contact] = {}
    """By person id."""
