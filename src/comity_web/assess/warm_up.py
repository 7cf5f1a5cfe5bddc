"""What the first visitor would wait for."""

from comity_web.assess.scored import intervals_of, opening_year


def run() -> None:
    """Read the panel, score it and draw its rank intervals."""
    intervals_of(opening_year())
