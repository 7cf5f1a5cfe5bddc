"""What the first visitor would wait for."""

from comity.authorities.finder import find
from comity.authorities.query import Query
from comity_web.authorities.statuses import kinds_of_partner
from comity_web.authorities.word_fields import today


def run() -> None:
    """Read the catalogue, ask it once, and sort the partners into kinds."""
    find(Query("train", today()))
    kinds_of_partner(today())
