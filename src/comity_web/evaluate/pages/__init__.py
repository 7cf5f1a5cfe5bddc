"""Pages of studies and their runs; one page, one file."""
