"""A study of somebody's own, from its file and a table, in the form that ready studies have."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from comity.evaluate.ready_frame import Need
from comity.evaluate.ready_recipe import Check, Frame, ReadyStudy, Variant
from comity.evaluate.specifications import universe_of
from comity.evaluate.study import Study
from comity.evaluate.study_columns import study_columns
from comity.evaluate.study_data import read_table
from comity.evaluate.study_file import read_study
from comity.evaluate.study_panel import panel_table
from comity.methods.panel_columns import Table
from comity.terms.errors import FileError, InputError
from comity_web.world.evidence import manifest, panel

#: A run on the site takes so many specifications at most; a Comity default.
MOST = 20_000
CHECK = "study"


@dataclass(frozen=True, slots=True, eq=False)
class OwnStudy:
    """A study that can be run.

    Parameters
    ----------
    ready
        The study in the form of a ready one, with one question.
    study
        As its file has it.
    table
        Its data.
    needs
        Indicators of the panel that it uses; empty for an uploaded table.
    measured
        What the data are, in words.
    specifications
        How many there are.
    """

    ready: ReadyStudy
    study: Study
    table: Table
    needs: tuple[Need, ...]
    measured: str
    specifications: int


def own_study(path: Path, *, shown: str, data: Path | None = None, called: str = "") -> OwnStudy:
    """Read a study and its data, and refuse what cannot be run here.

    Parameters
    ----------
    path
        The study's file.
    shown
        What a person knows it as.
    data
        An uploaded table; the panel's indicators that the study names where there is none.
    called
        What a person knows the table as.

    Raises
    ------
    InputError
        In one sentence, with file and field.
    """
    study, source, own = _read(path, shown)
    if own is not None:
        raise InputError(
            f"{shown}: the site runs all combinations; leave 'specifications' out, or run the "
            "study with comity evaluate multiverse."
        )
    if data is not None and source.indicators:
        raise InputError(
            f"{shown} names indicators of the panel, so it takes no uploaded table; choose none, or "
            "name a file in [data]."
        )
    if data is None:
        table, needs, measured = _from_panel(study, source.indicators, source.years, shown)
    else:
        table = _table(data, study, called)
        needs, measured = (), f"the uploaded table {called}"
    total = len(universe_of(study))
    if total > MOST:
        raise InputError(
            f"{shown} has {total:,} specifications; the site runs {MOST:,} at most. List fewer "
            "alternatives, or run it with comity evaluate multiverse."
        )
    study_columns(study, table)
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    ready = _as_ready(study, raw, table, measured)
    return OwnStudy(ready, study, _with_names(study, table), needs, measured, total)


def _read(path: Path, shown: str) -> Any:
    try:
        return read_study(path)
    except FileError as problem:
        raise FileError(shown, problem.what, line=problem.line, mend=problem.mend) from problem


def _table(data: Path, study: Study, called: str) -> Table:
    try:
        return read_table(data, unit=study.unit, period=study.period)
    except FileError as problem:
        raise FileError(called, problem.what, line=problem.line, mend=problem.mend) from problem


def _from_panel(
    study: Study, indicators: dict[str, str], years: tuple[int, int], shown: str
) -> tuple[Table, tuple[Need, ...], str]:
    if not indicators:
        raise InputError(
            f"{shown} names a file; choose the uploaded table that it is to read, or name "
            "indicators of the panel in [data]."
        )
    book = panel()
    table = panel_table(book, indicators, years, unit=study.unit, period=study.period)
    needs = tuple(_need(column, name) for column, name in indicators.items())
    return table, needs, f"indicators of the panel, {years[0]}-{years[1]}"


def _need(column: str, indicator: str) -> Need:
    known = panel().catalogue[indicator]
    held = {record.id: record.vintage for record in manifest().sources}
    return Need(
        column, indicator, known.title, known.source, known.publisher, str(known.licence),
        held.get(known.source, ""), here=True, optional=False, how="",
    )  # fmt: skip


def _with_names(study: Study, table: Table) -> Table:
    """Unit and period under the names that results are counted by, beside their own."""
    more = {"partner": table.column(study.unit), "year": table.numbers(study.period)}
    columns = dict(table.columns)
    for name, column in more.items():
        columns.setdefault(name, column)
    return Table(columns, study.unit, study.period)


def _as_ready(study: Study, raw: dict[str, Any], table: Table, measured: str) -> ReadyStudy:
    years = table.numbers(study.period)
    limits = ["The study, its data and its choices are the user's own; Comity did not review them."]
    if study.randomised:
        limits.append(
            "The study says that the treatment was assigned at random. Comity did not see how, so "
            "estimates are called associations here; that they are more is for its authors to show."
        )
    else:
        limits.append("Nothing was assigned at random: every number is an association.")
    parts = {k: v for k, v in raw.items() if k not in {"name", "data", "specifications"}}
    outcome, treatment = study.outcomes[0].label, study.treatments[0].label
    check = Check(
        CHECK,
        f"How does {outcome} go with {treatment}?",
        "described",
        unit=f"change of {outcome} for one unit of {treatment}",
    )
    frame = Frame((int(min(years[years == years])), int(max(years[years == years]))))
    return ReadyStudy(
        "own-study",
        study.name,
        f"How does {outcome} go with {treatment}, over every specification that the study lists?",
        f"A study of the user's own on {measured}.",
        limits,
        frame,
        parts,
        [Variant("own", measured)],
        [replace(check)],
    )
