"""Settings, addresses, templates and static files that all pages share."""
