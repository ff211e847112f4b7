"""The electrical and procedural facts of a customer's plant, told once."""
