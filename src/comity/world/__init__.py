"""Partners, groupings, sources and the panel of what is known about each partner in each year."""
