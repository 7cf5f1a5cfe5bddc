"""Tags and filters of the pages about the law."""
