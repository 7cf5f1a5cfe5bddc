"""Operations on studies and their runs; one topic, one file."""
