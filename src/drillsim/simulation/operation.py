"""An operation by hand, as a hazard it makes names it."""

from __future__ import annotations

from typing import NamedTuple


class Operation(NamedTuple):
    """An operation: the step, the person and the device; of a device that moves by itself only the device."""

    device: str
    step: str = ""
    person: str = ""

    def fields(self) -> dict[str, str]:
        """Fields of the event."""
        said = {"step": self.step, "person": self.person, "device": self.device}
        return {key: value for key, value in said.items() if value}
