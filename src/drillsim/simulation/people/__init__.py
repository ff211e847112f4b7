"""The places of people, and what they see and hear."""
