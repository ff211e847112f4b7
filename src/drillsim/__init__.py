"""drillsim: runs a customer's contingency plan against faults, people and physics, and says where it breaks."""

__version__ = "0.1.0"
