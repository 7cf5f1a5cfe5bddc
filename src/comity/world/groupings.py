"""Groupings of partners: combatant commands, alliances, regions, income groups, a user's own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from comity.terms.errors import FileError, UnknownName
from comity.terms.grouping import Grouping
from comity.terms.partner import Partner
from comity.world.grouping_file import group_key, read_groupings
from comity.world.partners import PartnerBook, partners

CHECKED_TO = 2024  # the year to which the memberships that ship were followed


class GroupBook:
    """Every grouping, by name.

    Parameters
    ----------
    groupings
        In the order in which they are listed.
    book
        The partners; a partner is in no group before it existed or after it ended.
    """

    def __init__(self, groupings: Iterable[Grouping], book: PartnerBook) -> None:
        self._book = book
        self._by_name = {one.name: one for one in groupings}
        self._of: dict[str, list[Grouping]] = defaultdict(list)
        for one in self._by_name.values():
            for partner in dict.fromkeys(spell.partner for spell in one.memberships):
                self._of[partner].append(one)

    def __iter__(self) -> Iterator[Grouping]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __repr__(self) -> str:
        return f"<GroupBook: {len(self)} groupings>"

    def names(self) -> tuple[str, ...]:
        """Names of all groupings, those of one family together."""
        return tuple(self._by_name)

    def describe(self, name: str) -> Grouping:
        """Title, source, vintage, certainty and every dated membership of a grouping.

        Parameters
        ----------
        name
            In any case; blanks and hyphens count as underscores.

        Raises
        ------
        UnknownName
            If there is none; suggests the nearest.
        """
        found = self._by_name.get(group_key(name))
        if found is None:
            nearest = UnknownName("grouping", group_key(name), self._by_name).nearest
            raise UnknownName("grouping", name, nearest=nearest)
        return found

    def members(self, name: str, year: int) -> tuple[str, ...]:
        """Ids of those who belonged on 31 December of a year, sorted; may hold the United States.

        Raises
        ------
        UnknownName
            If there is no such grouping; suggests the nearest.
        """
        grouping = self.describe(name)
        ids = {one.partner for one in grouping.memberships if one.holds(year)}
        return tuple(sorted(one for one in ids if _existed(self._book[one], year)))

    def of(self, partner_id: str, year: int) -> tuple[str, ...]:
        """Names of the groupings to which a partner belonged on 31 December of a year.

        Raises
        ------
        UnknownName
            If there is no such partner.
        """
        partner = self._book.resolve(partner_id)
        if not _existed(partner, year):
            return ()
        return tuple(one.name for one in self._of[partner.id] if one.belongs(partner.id, year))


def _existed(partner: Partner, year: int) -> bool:
    """Territories that never were states have no dates, and so always exist."""
    if partner.first is not None and year < partner.first:
        return False
    return partner.last is None or year <= partner.last


@cache
def _own() -> tuple[Grouping, ...]:
    folder = files("comity.world").joinpath("data", "groupings")
    found = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".toml")),
        key=lambda entry: (entry.name != "combatant_commands.toml", entry.name),
    )
    return tuple(
        one
        for entry in found
        for one in read_groupings(entry.read_text(encoding="utf-8"), entry.name, partners())
    )


def groupings(user: Path | None = None) -> GroupBook:
    """Comity's groupings and those of a user's file.

    Parameters
    ----------
    user
        A TOML file as ``comity.world.grouping_file`` describes it.

    Raises
    ------
    FileError
        If the file cannot be read, or names a grouping as Comity names one of its own.
    """
    own = _own()
    if user is None:
        return GroupBook(own, partners())
    added = read_groupings(_text(user), str(user), partners())
    taken = {one.name for one in own}
    for one in added:
        if one.name in taken:
            raise FileError(
                user, f"groups.{one.name}: Comity has a grouping of that name.", mend="Rename it."
            )
    return GroupBook((*own, *added), partners())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise FileError(path, "this is not UTF-8 text.", mend="Save it as UTF-8.") from problem
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise FileError(path, f"it cannot be read ({reason}).") from problem
