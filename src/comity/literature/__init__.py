"""What research found: studies and their claims, in our own words, with how far each was checked."""

from comity.literature.claim import Certainty, Direction, PublishedClaim, PublishedStudy
from comity.literature.reading import conflicts, get_claim, load_claims, load_studies

__all__ = [
    "Certainty",
    "Direction",
    "PublishedClaim",
    "PublishedStudy",
    "conflicts",
    "get_claim",
    "load_claims",
    "load_studies",
]
