"""Operations on models, scores, scenarios and priorities; one topic, one file."""
