"""Pages of partners and of the data that is known about them."""
