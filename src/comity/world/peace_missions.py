"""Peacekeeping missions in Africa: which country had one in which year.

Comity compiled the table by hand from general knowledge; every row says so. It holds military and
police missions of the United Nations and of African organisations, by calendar year of presence:
not how many people, nor where in the country. Check a row before you quote it.
"""

import csv
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.grouping import Certainty

LAST_YEAR = 2023


@dataclass(frozen=True, slots=True)
class PeaceMission:
    """One mission in one country.

    Parameters
    ----------
    mission, organisation
        Short name, and who ran it.
    partner
        Id of the country.
    first, last
        Calendar years of presence; ``LAST_YEAR`` where it went on.
    certainty
        How well the years are known.
    """

    mission: str
    organisation: str
    partner: str
    first: int
    last: int
    certainty: Certainty

    def to_dict(self) -> dict[str, str | int]:
        """Return plain values, ready for JSON."""
        return asdict(self)


@cache
def peace_missions() -> tuple[PeaceMission, ...]:
    """Every mission of the table.

    Examples
    --------
    >>> {mission.organisation for mission in peace_missions()} >= {"UN", "AU"}
    True
    """
    text = files("comity.world").joinpath("data", "peace_missions.csv").read_text(encoding="utf-8")
    return tuple(
        PeaceMission(
            row["mission"], row["organisation"], row["partner"],
            int(row["first"]), int(row["last"] or LAST_YEAR), Certainty(row["certainty"]),
        )
        for row in csv.DictReader(text.splitlines())
    )  # fmt: skip


def mission_present(
    partners: Sequence[str], years: FloatArray, *, organisations: Sequence[str] = ()
) -> FloatArray:
    """Whether a mission was in each partner in each year ``(n,)``: 1 or 0.

    Parameters
    ----------
    partners, years
        Id and year of each row.
    organisations
        Whose missions count; all when left out.

    Examples
    --------
    >>> import numpy as np
    >>> mission_present(["LBR", "LBR"], np.array([2005.0, 1975.0])).tolist()
    [1.0, 0.0]
    """
    names, year = np.asarray(partners, dtype=object), np.asarray(years, dtype=float)
    found = np.zeros(len(year))
    for mission in peace_missions():
        if organisations and mission.organisation not in organisations:
            continue
        inside = (year >= mission.first) & (year <= mission.last)
        found[(names == mission.partner) & inside] = 1.0
    found[year > LAST_YEAR] = np.nan
    return found
