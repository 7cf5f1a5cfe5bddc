"""What the first visitor would wait for."""

from comity_web.assess.scored import opening_year
from comity_web.assess.theatre import all_years
from comity_web.assess.theatre_question import Question
from comity_web.assess.told import told


def run() -> None:
    """Read the panel, score it, and write the start page; then go through all years."""
    told(Question("propensity", None, opening_year()))
    all_years()
