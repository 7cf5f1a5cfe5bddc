"""Pages of the law: what allows what, with whose money, by when."""
