"""Pages of the first step; one page, one file."""
