"""A published study and one claim of it."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Certainty(StrEnum):
    """How far a statement was checked; the weaker never hides in the stronger."""

    VERIFIED = "verified"
    RECALLED = "recalled"

    @property
    def meaning(self) -> str:
        """The same in words."""
        return {
            "verified": "read in the source named under 'read'",
            "recalled": "from general knowledge, to be checked before it is quoted",
        }[self.value]


class Direction(StrEnum):
    """What a claim says of the outcome where there is more of what was studied."""

    MORE = "more"
    LESS = "less"
    NONE = "none"
    CONDITIONAL = "conditional"
    DESCRIPTIVE = "descriptive"


@dataclass(frozen=True, slots=True)
class PublishedStudy:
    """A publication.

    Parameters
    ----------
    key
        Key in ``docs/refs.bib``.
    authors, title, year, where
        As a reader would cite it.
    url
        Page or DOI; empty where none was noted.
    certainty
        Whether author, title and place were read somewhere or are recalled.
    """

    key: str
    authors: str
    title: str
    year: int
    where: str
    url: str
    certainty: Certainty

    @property
    def citation(self) -> str:
        """One line that cites it."""
        return f"{self.authors} ({self.year}). {self.title}. {self.where}."


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """One claim of a study, in Comity's words.

    Parameters
    ----------
    id
        Short name.
    topic
        What it is about; claims of one topic can be set against one another.
    claim
        The claim in one sentence.
    scope
        Where and when it is said to hold.
    direction
        What it says of the outcome.
    evidence
        Kind of evidence behind it.
    source
        Key of the study.
    certainty
        How far the claim was checked.
    read
        What was read of the study: nearly always its public page or abstract, not the inside.
    rivals
        Ids of claims that pull the other way; always mutual.
    """

    id: str
    topic: str
    claim: str
    scope: str
    direction: Direction
    evidence: str
    source: str
    certainty: Certainty
    read: str
    rivals: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)
