"""Whether a partner belongs to a group, also one made of groups and single partners."""

from comity.authorities.vocabulary import joined_groups
from comity.terms.partner_status import PartnerStatus


def belongs(partner: PartnerStatus, group: str) -> bool | None:
    """Return whether the partner belongs to the group; ``None`` where that is not known.

    What the user said of the group itself wins over how Comity builds it.
    """
    told = partner.belongs(group)
    joined = joined_groups().get(group)
    if told is not None or joined is None:
        return told
    if partner.code in joined["partners"]:
        return True
    if partner.code in joined.get("without", ()):
        return False
    return any_of([partner.belongs(part) for part in joined["groups"]])


def any_of(answers: list[bool | None]) -> bool | None:
    """Return true if one is, false if all are false, else not known."""
    if True in answers:
        return True
    return None if None in answers else False
