"""Curves over the run: stores against time, power and service against time."""

from drillsim.documents.pictures.curves.service import service
from drillsim.documents.pictures.curves.stores import stores

__all__ = ["service", "stores"]
