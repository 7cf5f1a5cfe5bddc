"""Look after a site: accounts, backup and restore."""
