"""Steps that bring the tables of this application up to date."""
