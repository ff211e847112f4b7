"""The sources of supply: feeders, gensets, UPSs, batteries, control supplies."""
