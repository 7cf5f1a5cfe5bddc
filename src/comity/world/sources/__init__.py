"""One reader for each publisher: ``<source>.py`` beside its description ``<source>.toml``."""
