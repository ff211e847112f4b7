"""The rules that travel with drillsim, a file for each thing they look at."""
