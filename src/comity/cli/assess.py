"""Which partners matter, and where is cooperation likely to work."""
