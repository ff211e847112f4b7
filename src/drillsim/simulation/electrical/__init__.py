"""What the network does: who is live, on which voltage, what trips, what is dangerous."""
