"""Operations on the law: what allows what, with whose money, by when; one topic, one file."""
