"""Where supply comes from: feeders, gensets, UPSs, batteries, control supplies."""
