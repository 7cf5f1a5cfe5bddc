"""What the patchwork is narrowed to: one activity, purpose, recipient or partner."""

from dataclasses import dataclass
from typing import Any

from comity.authorities.cells import Cell
from comity.authorities.vocabulary import word
from comity.terms.partner_status import PartnerStatus

WORD_AXES = ("activity", "purpose", "recipient")


@dataclass(frozen=True, slots=True)
class Only:
    """What the matrix is narrowed to; an empty word narrows nothing.

    Parameters
    ----------
    activity, purpose, recipient
        Words of the vocabulary.
    partner
        Count only what reaches this partner; what is not known of it asks for a check.
    open_only
        Without a partner: leave out what names its countries.
    """

    activity: str = ""
    purpose: str = ""
    recipient: str = ""
    partner: PartnerStatus | None = None
    open_only: bool = False

    def __post_init__(self) -> None:
        """Settle the words."""
        for kind in WORD_AXES:
            given = getattr(self, kind)
            object.__setattr__(self, kind, word(kind, given) if given else "")

    def keeps(self, cell: Cell) -> bool:
        """Whether a cell is one of those that are counted."""
        wanted = (self.activity, self.purpose, self.recipient)
        return all(not w or w == found for w, found in zip(wanted, cell, strict=True))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "activity": self.activity or None,
            "purpose": self.purpose or None,
            "recipient": self.recipient or None,
            "partner": self.partner.code if self.partner else None,
        }


ALL = Only()
