"""The version of Comity, kept at the bottom of the tree so that every result can carry it."""

VERSION = "0.1.0"
