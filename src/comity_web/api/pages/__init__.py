"""Pages of the interface; one page, one file."""
