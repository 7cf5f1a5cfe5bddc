"""Partners, indicators and the panel of what is known about them."""
