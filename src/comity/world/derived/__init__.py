"""Indicators computed from other indicators: ``<topic>.py`` beside its description."""
