"""Pages of long work; one page, one file."""
