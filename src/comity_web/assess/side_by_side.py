"""Up to five partners side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comity.assess.funding import funding_of
from comity.reports.numbers_in_words import money, percent, rank_span, short
from comity.reports.partner_dots import partner_dots
from comity.terms.errors import ComityError
from comity.terms.partner import Partner
from comity_web.assess.outranking import outranks
from comity_web.assess.scored import intervals_of, scores_of
from comity_web.site.computed import computed
from comity_web.site.drawing import Drawn, draw
from comity_web.world.evidence import panel

MOST = 5
#: Shown as they are, because people know them; a Comity choice.
KEY_INDICATORS = (
    "us_allies.alliance_tier",
    "unga.us_distance",
    "wdi_extract.population",
    "gapminder.gdp_per_capita",
    "gapminder.military_share",
    "gapminder.armed_forces",
    "wgi.government_effectiveness",
    "wgi.rule_of_law",
    "wgi.political_stability",
    "vdem.liberal_democracy",
    "fmtr.trainees",
)
_MAX_AGE = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of all the partners.

    Parameters
    ----------
    name, unit
        Of the measure.
    cells
        One for each partner, ready to read; a dash where nothing is known.
    """

    name: str
    unit: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What the page shows.

    Parameters
    ----------
    figure
        Constructs of those who are scored; None where nobody is.
    parts
        Heading and rows of each part of the table.
    pairs
        Rows of partners by columns: the probability that the row's outranks the column's; None on
        the diagonal and for who is not scored.
    funding_note
        Where the money comes from.
    """

    figure: Drawn | None
    parts: tuple[tuple[str, tuple[Row, ...]], ...]
    pairs: tuple[tuple[float | None, ...], ...]
    funding_note: str


def side_by_side(chosen: Sequence[Partner], year: int) -> SideBySide:
    """Gather everything for the partners in their order."""
    scores = scores_of(year)
    ids = tuple(p.id for p in chosen)
    key = ("side by side", scores.model.digest, scores.provenance.data, ids, year)
    return computed(key, lambda: _side_by_side(ids, year))


def _side_by_side(ids: tuple[str, ...], year: int) -> SideBySide:
    scores = scores_of(year)
    there = [p for p in ids if p in scores.partners]
    key = (scores.model.digest, scores.provenance.data, year, *there)
    figure = draw("compared", key, lambda: partner_dots(scores, there)) if there else None
    money_row, note = _funding(ids, year)
    parts = (
        ("Score and rank", _standing(ids, year)),
        ("Constructs", _constructs(ids, year)),
        ("Money", (money_row,)),
        ("Key indicators", _indicators(ids, year)),
    )
    return SideBySide(figure, parts, _pairs(ids, year), note)


def _standing(ids: Sequence[str], year: int) -> tuple[Row, ...]:
    scores = scores_of(year)
    rows = {r["partner"]: r for r in intervals_of(year).rows()}
    place = {p: i for i, p in enumerate(scores.partners)}

    def row(name: str, unit: str, write: Callable[[str], str]) -> Row:
        return Row(name, unit, tuple(write(p) if p in rows else "–" for p in ids))

    return (
        row("Propensity", "score", lambda p: f"{scores.overall[place[p]]:.1f}"),
        row("Rank", f"of {len(scores.order)}", lambda p: str(rows[p]["rank"])),
        row("Likely rank", "90 %", lambda p: rank_span(rows[p]["rank_q05"], rows[p]["rank_q95"])),
        row("In the first ten", "of draws", lambda p: percent(rows[p]["top10"])),
        row("Constructs observed", "share", lambda p: percent(scores.overall_coverage[place[p]])),
    )


def _constructs(ids: Sequence[str], year: int) -> tuple[Row, ...]:
    scores = scores_of(year)
    place = {p: i for i, p in enumerate(scores.partners)}
    return tuple(
        Row(
            construct.label,
            "score",
            tuple(short(float(scores.constructs[place[p], k])) if p in place else "–" for p in ids),
        )
        for k, construct in enumerate(scores.model.constructs)
    )


def _funding(ids: Sequence[str], year: int) -> tuple[Row, str]:
    try:
        found = funding_of(panel(), year)
    except ComityError as refusal:
        return Row("US funding a year", "", tuple("–" for _ in ids)), str(refusal)
    first, last = found.years
    cells = tuple(money(found.amounts.get(p)) for p in ids)
    note = f"Funding: mean of FY{first}-{last}, {found.unit}. {found.note}"
    return Row("US funding a year", "US$", cells), note


def _indicators(ids: Sequence[str], year: int) -> tuple[Row, ...]:
    held = panel()
    names = [name for name in KEY_INDICATORS if name in held.indicators]
    snapshot = held.at(names, year, max_age=_MAX_AGE, partners=ids)
    rows = []
    for j, name in enumerate(names):
        cells = []
        for i in range(len(ids)):
            seen = int(snapshot.observed[i, j])
            cells.append(f"{short(float(snapshot.values[i, j]))} ({seen})" if seen else "–")
        about = held.catalogue[name]
        rows.append(Row(about.title, about.unit, tuple(cells)))
    return tuple(rows)


def _pairs(ids: Sequence[str], year: int) -> tuple[tuple[float | None, ...], ...]:
    place, table = outranks(year)
    return tuple(
        tuple(
            float(table[place[a], place[b]]) if a != b and a in place and b in place else None
            for b in ids
        )
        for a in ids
    )
