"""Automatic changes of supply: ATS, STS, bus-tie transfer."""
