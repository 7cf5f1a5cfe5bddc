"""Tags and filters that all templates have."""
