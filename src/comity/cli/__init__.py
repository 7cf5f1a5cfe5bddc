"""The ``comity`` command: one thin file for each command, found by its name."""
