"""Pages and records of the first step: where is cooperation likely to work."""
