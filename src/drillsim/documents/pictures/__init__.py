"""Pictures of a run as SVG whose text stays text."""
