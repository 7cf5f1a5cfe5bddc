"""How much is known of each indicator in each year, as rows of shaded cells."""

from dataclasses import dataclass

from comity.world.coverage import share_by_year
from comity.world.partners import partners
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import chosen_group, members_in, own_members

#: Ends of the five shades, in per cent.
SHADES = (0, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class Cell:
    """Per cent of partners with a value of that year, and the shade of the cell; 0 is blank."""

    percent: int
    shade: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One indicator through the years."""

    indicator: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """Years, rows, and how many partners were counted."""

    years: tuple[int, ...]
    rows: tuple[CoverageRow, ...]
    count: int


def coverage_map(group: str | None = None) -> CoverageMap:
    """Count for a grouping as it is in the panel's last year, or for all states."""
    key = ("coverage map", panel().edition, group, own_members(group))
    return computed(key, lambda: _map(group))


def _map(group: str | None) -> CoverageMap:
    held = panel()
    last = held.years[1]
    if group is None:
        who: tuple[str, ...] = tuple(p.id for p in partners().states(last))
    else:
        who = members_in(chosen_group(group), last)
    years, shares = share_by_year(held, who, indicators=held.indicators)
    rows = (
        CoverageRow(name, held.catalogue[name].title, tuple(_cell(x) for x in line))
        for name, line in zip(held.indicators, shares.tolist(), strict=True)
    )
    return CoverageMap(tuple(years), tuple(rows), len(who))


def _cell(share: float) -> Cell:
    percent = round(100 * share)
    if share == 0:
        return Cell(0, 0)
    return Cell(percent, sum(percent >= end for end in SHADES))
