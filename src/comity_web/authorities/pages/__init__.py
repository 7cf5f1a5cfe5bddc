"""Pages of this application, one in each file."""
