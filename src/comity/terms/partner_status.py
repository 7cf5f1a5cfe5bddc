"""What is known of a partner on a day, as far as authorities ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartnerStatus:
    """A partner's groups, income and restriction lists; what is in neither set is not known.

    Parameters
    ----------
    code, name
        ISO alpha-3 code and name, such as ``"KEN"`` and ``"Kenya"``.
    groups, not_groups
        Groups that it belongs to, such as ``"NATO"``, and groups that it does not belong to.
    income
        World Bank group: ``low``, ``lower-middle``, ``upper-middle``, ``high``, or empty.
    listed, cleared
        Restriction lists that the user found it on, and lists that the user looked at and did
        not find it on, such as ``"coup"``.
    """

    code: str
    name: str = ""
    groups: frozenset[str] = frozenset()
    not_groups: frozenset[str] = frozenset()
    income: str = ""
    listed: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()

    def belongs(self, group: str) -> bool | None:
        """Whether it belongs to the group; ``None`` where that is not known."""
        if group in self.groups:
            return True
        return False if group in self.not_groups else None

    def is_listed(self, list_name: str) -> bool | None:
        """Whether it is on the restriction list; ``None`` where nobody looked."""
        if list_name in self.listed:
            return True
        return False if list_name in self.cleared else None
