"""Operations about the caller, the trail and the interface itself; one topic, one file."""
