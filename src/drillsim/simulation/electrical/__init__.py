"""The behaviour of the network: live parts and their voltage, trips, hazards."""
