"""Comity's site: records, people and pages on top of the analysis library."""
