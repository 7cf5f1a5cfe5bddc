"""The same capabilities for programs: one documented interface with tokens."""
