"""Write down the zeros that a publisher leaves out: nothing was reported because nothing happened.

Only for indicators whose description says ``zero_if_absent``. A partner gets a zero for a year
if the source covers the year, the partner existed, and the publisher could have listed it:

- members of the international system, in the years of their membership;
- other places, if the source lists them in any year;
- the United States only if the indicator has a row of theirs, for nobody gives assistance to
  itself;
- never a partner whom the reader calls not reported in that year
  (``attrs["not_reported"]``, from the table ``<source>.not_reported.csv``).

A source covers the years that its file has, or those of its description's ``zero_years``; an
indicator may have ``zero_years`` of its own, where the publisher gives it by country later or
no longer.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

from comity.terms.partner import Partner, PartnerKind
from comity.world.partners import partners
from comity.world.source import Source

if TYPE_CHECKING:
    import pandas as pd


def fill_zeros(frame: "pd.DataFrame", source: Source) -> "pd.DataFrame":
    """Add the zeros that ``source`` leaves out.

    Parameters
    ----------
    frame
        Columns partner, indicator, year, value, error of this source; ``attrs["not_reported"]``
        as the reader left it.

    Returns
    -------
    pandas.DataFrame
        The frame with the zeros below it; no row that was there is changed.
    """
    import numpy as np
    import pandas as pd

    names = [i.id for i in source.indicators if i.zero_if_absent]
    there = frame[frame["indicator"].isin(names)]
    if there.empty:
        return frame
    wanted = _partner_years(there, source)
    american = set(there.loc[there["partner"] == "USA", "indicator"])
    known = set(zip(there["indicator"], there["partner"], there["year"], strict=True))
    absent = [
        (partner, name, year)
        for name in names
        for partner, year in wanted
        if _covered(name, year, source)
        and (name, partner, year) not in known
        and (partner != "USA" or name in american)
    ]
    if not absent:
        return frame
    zeros = pd.DataFrame(absent, columns=["partner", "indicator", "year"])
    zeros = zeros.assign(value=0.0, error=np.nan).astype({"year": frame["year"].dtype})
    return pd.concat([frame, zeros], ignore_index=True)


def _partner_years(there: "pd.DataFrame", source: Source) -> list[tuple[str, int]]:
    """Every partner and year that the publisher would have listed had there been anything."""
    first, last = source.zero_years or (int(there["year"].min()), int(there["year"].max()))
    first = max(first, int(there["year"].min()))
    listed = set(there["partner"])
    unreported = _unreported(there)
    return [
        (partner.id, year)
        for partner in partners()
        for year in range(first, last + 1)
        if _exists(partner, year, listed) and not _within(year, unreported[partner.id])
    ]


def _covered(name: str, year: int, source: Source) -> bool:
    """Whether the publisher gives this indicator by country in the year."""
    return name not in source.own_zero_years or _within(year, [source.own_zero_years[name]])


def _exists(partner: Partner, year: int, listed: set[str]) -> bool:
    if partner.kind is PartnerKind.TERRITORY:
        return partner.id in listed
    return partner.is_member(year)


def _within(year: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= year <= last for first, last in spans)


def _unreported(frame: "pd.DataFrame") -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for partner, first, last in frame.attrs.get("not_reported", ()):
        spans[partner].append((first, last))
    return spans
