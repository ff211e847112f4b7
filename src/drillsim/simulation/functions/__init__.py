"""What the customer does with the supply, and the measures that stand in for it."""
