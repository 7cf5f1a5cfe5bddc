"""What several tests here ask with: partners, and small catalogues with one record changed."""

from dataclasses import replace

from comity.authorities.catalogue import Catalogue, catalogue
from comity.authorities.vocabulary import words
from comity.terms.partner_status import PartnerStatus

GROUPS = frozenset(
    ["NATO", "MNNA", "AFRICOM", "INDOPACOM", "CENTCOM", "EUCOM", "UN_AFRICA", "UN_AMERICAS"]
)
EVERY_LIST = frozenset(words("list"))


def partner(code="KEN", groups=("AFRICOM", "UN_AFRICA"), income="lower-middle", **told):
    """A partner of which all groups are known, and every list unless told otherwise."""
    listed = frozenset(told.get("listed", ()))
    cleared = frozenset(told.get("cleared", EVERY_LIST - listed))
    inside = frozenset(groups)
    return PartnerStatus(
        code, told.get("name", code), inside, GROUPS - inside, income, listed, cleared
    )


def changed(authority_id, **fields):
    """The catalogue with one record changed."""
    return Catalogue(
        tuple(
            replace(record, **fields) if record.id == authority_id else record
            for record in catalogue()
        )
    )


def small(*ids):
    """A catalogue of these records alone, with their links cut."""
    found = []
    for record in (catalogue()[i] for i in ids):
        validity = replace(record.validity, predecessors=(), successors=())
        found.append(replace(record, validity=validity))
    return Catalogue(tuple(found))
