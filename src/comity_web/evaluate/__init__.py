"""Pages and records of the last step: did it work, and how sure are we."""
