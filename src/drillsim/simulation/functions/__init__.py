"""The activities of the customer, and the measures that stand in for them."""
