"""Operations on partners and data; one topic, one file."""
