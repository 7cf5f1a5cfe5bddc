"""Every indicator with how much is known of it; kept for each edition of the panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.terms.indicator import Indicator
from comity.world.coverage import coverage_of_indicators
from comity.world.manifest import SourceRecord
from comity.world.partners import partners
from comity_web.site.computed import computed
from comity_web.world.evidence import manifest, panel

_MAX_AGE = 5
#: Year as of which coverage is counted: the last for which most publishers have printed figures.
_LAG = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator.

    Parameters
    ----------
    about
        What it means.
    source
        Who publishes it, as the panel has it; None for a source without a record.
    share
        Share of states with a value no older than five years.
    first, last
        Years with any value.
    """

    about: Indicator
    source: SourceRecord | None
    share: float
    first: int
    last: int


def catalogue_year() -> int:
    """Return the year as of which coverage is counted."""
    return panel().years[1] - _LAG


def catalogue() -> tuple[Line, ...]:
    """Return every indicator that the panel holds, by source and id."""
    return computed(("catalogue", panel().edition), _lines)


def _lines() -> tuple[Line, ...]:
    held, year = panel(), catalogue_year()
    states = [p.id for p in partners().states(year)]
    known = coverage_of_indicators(held, year, states, indicators=held.indicators, max_age=_MAX_AGE)
    records = {record.id: record for record in manifest().sources}
    rows = (
        Line(
            held.catalogue[c.name],
            records.get(held.catalogue[c.name].source),
            c.share,
            c.first,
            c.last,
        )
        for c in known
    )
    return tuple(rows)


def search(lines: Sequence[Line], words: str, source: str = "") -> list[Line]:
    """Keep the lines that hold every word in their id, title, definition, unit or publisher."""
    wanted = words.lower().split()
    found = []
    for line in lines:
        about = line.about
        title = line.source.title if line.source else ""
        text = f"{about.id} {about.title} {about.definition} {about.unit} {about.publisher} {title}"
        if all(word in text.lower() for word in wanted) and source in ("", about.source):
            found.append(line)
    return found
