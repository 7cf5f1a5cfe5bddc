"""How the patchwork is narrowed: words, and one partner, of an address."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from comity.authorities.narrowing import Only
from comity.authorities.partner_axis import Partners, each
from comity.authorities.vocabulary import words
from comity.terms.errors import InputError
from comity.terms.partner_status import PartnerStatus
from comity_web.authorities.statuses import kinds_of_partner, status_of
from comity_web.authorities.word_fields import partner_choices

MOST_PARTNERS = 12


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What an address narrows the patchwork to, and the words to choose from.

    Parameters
    ----------
    only
        As the library takes it.
    """

    only: Only

    @property
    def choices(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Each field: its name, its present value, and what may be chosen."""
        found = []
        for kind in ("activity", "purpose", "recipient"):
            rows = [("", "any"), *((w, w.replace("-", " ")) for w in words(kind))]
            found.append((kind, str(getattr(self.only, kind)), rows))
        partner = self.only.partner
        return [*found, ("partner", partner.code if partner else "", list(partner_choices()))]


def narrowed(data: QueryDict, on: date) -> Narrowed:
    """Read what an address narrows to.

    Raises
    ------
    UnknownName
        If a word or the partner is not known.
    """
    partner = partner_asked(data, on)
    return Narrowed(
        Only(
            activity=data.get("activity", ""),
            purpose=data.get("purpose", ""),
            recipient=data.get("recipient", ""),
            partner=partner,
        )
    )


def partner_asked(data: QueryDict, on: date, name: str = "partner") -> PartnerStatus | None:
    """Return what the world knows of the partner of an address; none where it names none."""
    given = data.get(name, "")
    return status_of(given, on) if given else None


def partners_asked(data: QueryDict, on: date) -> Partners:
    """Return the partners of an axis: those that ``among`` names, else the kinds of partner.

    Raises
    ------
    InputError
        If more are named than a table can hold.
    """
    names = [n.strip() for text in data.getlist("among") for n in text.split(";") if n.strip()]
    if len(names) > MOST_PARTNERS:
        raise InputError(f"At most {MOST_PARTNERS} partners fit side by side, not {len(names)}.")
    if names:
        return each(status_of(name, on) for name in names)
    return kinds_of_partner(on)
