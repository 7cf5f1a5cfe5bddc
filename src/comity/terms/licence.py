"""Licence classes: what may ship, and what a user must bring."""

from enum import StrEnum


class Licence(StrEnum):
    """What may be done with a publisher's figures."""

    PUBLIC_DOMAIN = "P"
    OPEN = "O"
    NO_DERIVATIVES = "ND"
    NON_COMMERCIAL = "NC"
    CITE_ONLY = "C"

    @property
    def may_ship(self) -> bool:
        """Whether figures of this class may be part of the embedded reference panel."""
        return self in {Licence.PUBLIC_DOMAIN, Licence.OPEN}
