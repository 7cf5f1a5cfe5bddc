"""Pages of people, roles and the trail; one page, one file."""
