"""The table of a ready study: what it needs, whether that is there, and the columns."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from comity.evaluate.frame_expression import column_of
from comity.evaluate.ready_recipe import Frame, ReadyStudy, Variant
from comity.methods.panel_columns import Column, Table
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, UnknownName
from comity.world.groupings import groupings
from comity.world.history import load_history
from comity.world.panel import Panel
from comity.world.peace_missions import mission_present
from comity.world.source import source_of

MISSIONS = "peace_missions.present"
REGION = "un_region"
_REGIONS = ("UN_AFRICA", "UN_AMERICAS", "UN_ASIA", "UN_EUROPE", "UN_OCEANIA")
OWN = {MISSIONS: "Peacekeeping mission in the country", REGION: "Region of the United Nations"}


@dataclass(frozen=True, slots=True)
class Need:
    """One indicator that a study uses.

    Parameters
    ----------
    column, indicator, title
        Name in the study, id and title.
    source, publisher, licence, vintage
        Where it comes from; the vintages of the values that are here.
    here
        Whether the panel has values of it.
    optional
        Whether the study runs without it.
    how
        What brings it where it is missing.
    """

    column: str
    indicator: str
    title: str
    source: str
    publisher: str
    licence: str
    vintage: str
    here: bool
    optional: bool
    how: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def needs_of(study: ReadyStudy, variant: Variant, panel: Panel) -> tuple[Need, ...]:
    """What a study uses, and whether the panel has it."""
    must = study.frame.indicators | variant.indicators
    both = [(c, i, False) for c, i in must.items()]
    both += [(c, i, True) for c, i in study.frame.optional.items()]
    return tuple(_need(c, i, optional=o, panel=panel) for c, i, o in both)


def _need(column: str, indicator: str, *, optional: bool, panel: Panel) -> Need:
    if indicator in OWN:
        missions = indicator == MISSIONS
        vintage = "compiled by hand from general knowledge: recalled" if missions else ""
        return Need(
            column, indicator, OWN[indicator], "comity", "Comity", "O", vintage,
            here=True, optional=optional, how="",
        )  # fmt: skip
    if indicator in panel.indicators:
        known = panel.catalogue[indicator]
        return Need(
            column, indicator, known.title, known.source, known.publisher, str(known.licence),
            _vintages(panel, indicator), here=True, optional=optional, how="",
        )  # fmt: skip
    source = source_of(indicator)
    if source is None:
        raise UnknownName("indicator", indicator, panel.indicators)
    title = next(one.title for one in source.indicators if one.id == indicator)
    return Need(
        column, indicator, title, source.id, source.publisher, str(source.licence),
        source.vintage, here=False, optional=optional,
        how=f"comity world import {source.id} FILE ({source.page})",
    )  # fmt: skip


def _vintages(panel: Panel, indicator: str) -> str:
    found = np.unique(panel.vintage[panel.rows_of(indicator)])
    return ", ".join(panel.vintages[at] for at in found)


def first_complete(study: ReadyStudy, panel: Panel) -> Variant:
    """Return the first variant whose data are all there.

    Raises
    ------
    DataMissing
        If there is none; says what would bring the first variant.
    """
    for variant in study.variant:
        if all(need.here or need.optional for need in needs_of(study, variant, panel)):
            return variant
    lacking = [n for n in needs_of(study, study.variant[0], panel) if not (n.here or n.optional)]
    raise DataMissing(
        f"The study {study.id!r} needs {lacking[0].title!r}. Bring it: {lacking[0].how}"
    )


def assemble(study: ReadyStudy, variant: Variant, panel: Panel) -> Table:
    """Lay out the table: one row for each partner and year, every computed column.

    A computed column that an absent optional indicator enters is left out.

    Raises
    ------
    DataMissing
        If an indicator that must be there is not.
    RecipeError
        If a computed column cannot be read.
    """
    frame = study.frame
    needs = needs_of(study, variant, panel)
    for need in needs:
        if not (need.here or need.optional):
            raise DataMissing(f"The study {study.id!r} needs {need.title!r}. Bring it: {need.how}")
    partners = _partners(frame, panel)
    first, last = frame.years
    span = last - first + 1
    names = np.repeat(np.array(partners, dtype=object), span)
    years = np.tile(np.arange(first, last + 1, dtype=float), len(partners))
    columns: dict[str, Column] = {"partner": names, "year": years}
    for need in needs:
        if need.here:
            columns[need.column] = _column(need, panel, partners, frame.years, columns)
    absent = {need.column for need in needs if not need.here}
    return _computed(Table(columns, "partner", "year"), frame.columns | variant.columns, absent)


def _partners(frame: Frame, panel: Panel) -> tuple[str, ...]:
    if not frame.group:
        chosen = set(panel.partners)
    else:
        chosen = {one.partner for one in groupings().describe(frame.group).memberships}
    return tuple(name for name in panel.partners if name in chosen and name != "USA")


def _column(
    need: Need,
    panel: Panel,
    partners: tuple[str, ...],
    years: tuple[int, int],
    columns: Mapping[str, Column],
) -> Column:
    if need.indicator == MISSIONS:
        return mission_present(list(columns["partner"]), np.asarray(columns["year"], dtype=float))
    if need.indicator == REGION:
        return _regions(columns["partner"])
    place = {name: at for at, name in enumerate(partners)}
    found = np.full(len(columns["year"]), np.nan)
    books = [panel]
    if years[0] < panel.years[0]:
        books.append(load_history())
    for book in books:
        if need.indicator in book.indicators:
            _fill(found, book, need.indicator, place, years)
    return found


def _fill(
    found: FloatArray, book: Panel, indicator: str, place: dict[str, int], years: tuple[int, int]
) -> None:
    rows = book.rows_of(indicator)
    rank = np.array([place.get(name, -1) for name in book.partners])
    partner, year = rank[book.partner[rows]], book.year[rows]
    inside = (partner >= 0) & (year >= years[0]) & (year <= years[1])
    at = partner[inside] * (years[1] - years[0] + 1) + year[inside] - years[0]
    found[at] = book.value[rows][inside]


def _regions(partners: Column) -> Column:
    regions = [groupings().describe(name) for name in _REGIONS]
    of = {m.partner: one.title for one in regions for m in one.memberships}
    return np.array([of.get(name, "") for name in partners], dtype=object)


def _computed(table: Table, expressions: Mapping[str, str], absent: set[str]) -> Table:
    columns = dict(table.columns)
    lost = set(absent)
    for name, text in expressions.items():
        try:
            columns[name] = column_of(text, Table(columns, table.unit, table.period))
        except UnknownName as problem:
            if problem.name not in lost:
                raise
            lost.add(name)
    return Table(columns, table.unit, table.period)
