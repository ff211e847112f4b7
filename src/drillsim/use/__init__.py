"""The jobs drillsim does, one function each: reading a customer, playing a scenario, writing it down.

Command line and notebook call the same functions. Nothing is imported here, so that a light job stays light.
"""
