"""The sheets of partners by indicators: raw values, turned values, scaled values, years."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from comity.assess.scores import Scores
from comity.reports.workbook_formulas import ScaleCells, scaled_formula, turned_formula
from comity.reports.workbook_layout import FIRST_COLUMN, FIRST_ROW, Layout, cell
from comity.reports.workbook_styles import Styles
from comity.reports.workbook_weights import used_weight

_HEAD = 2  # first of the four rows of the head: construct, title, id, and one more


def write_raw(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write values as they were published; an empty cell was not observed."""
    units = [scores.catalogue[use.id].unit for use in scores.model.uses]
    _write_frame(
        sheet, styles, scores, ("Raw values", "As published. An empty cell: not observed."), units
    )
    values = scores.snapshot.values
    for row, j in _cells(layout):
        value = values[row, j]
        if np.isnan(value):
            sheet.write_blank(FIRST_ROW + row, layout.indicator_column(j), None, styles.missing)
        else:
            sheet.write_number(FIRST_ROW + row, layout.indicator_column(j), value, styles.number)


def write_years(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write the year in which each value was observed."""
    ages = [
        scores.model.missing.max_age if u.max_age is None else u.max_age for u in scores.model.uses
    ]
    about = f"Year of each value. The scores are for {scores.year}."
    under = [f"at most {age} years old" for age in ages]
    _write_frame(sheet, styles, scores, ("Years observed", about), under)
    for row, j in _cells(layout):
        if not np.isnan(scores.snapshot.values[row, j]):
            sheet.write_number(
                FIRST_ROW + row,
                layout.indicator_column(j),
                int(scores.snapshot.observed[row, j]),
                styles.whole,
            )


def write_turned(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write formulas that transform each raw value and turn it so that high is favourable."""
    under = [
        f"{use.transform}, {'higher' if sign > 0 else 'lower'} is favourable"
        for use, sign in zip(scores.model.uses, scores.signs, strict=True)
    ]
    about = "Raw values after their transform, turned so that high is favourable."
    _write_frame(sheet, styles, scores, ("Turned values", about), under)
    fine = _needs_series(scores)
    for row, j in _cells(layout):
        at = (FIRST_ROW + row, layout.indicator_column(j))
        formula = turned_formula(
            scores.model.uses[j].transform,
            f"Raw!{cell(*at)}",
            layout.reference("sign", j),
            fine=bool(fine[j]),
        )
        sheet.write_formula(*at, f"={formula}", styles.fine, cached(scores.turned[row, j]))


def _needs_series(scores: Scores) -> list[bool]:
    small = (scores.snapshot.values > 0) & (scores.snapshot.values < 0.01)
    return [bool(column.any()) for column in small.T]


def write_scaled(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write formulas that scale each turned value by the frozen reference sample."""
    about = (
        "Turned values on the model's scale, by the frozen reference sample; row 6 is the weight."
    )
    if scores.imputed.any():
        about += (
            " Violet cells in italics stand in for a missing value and are numbers, not formulas."
        )
    _write_frame(sheet, styles, scores, ("Scaled values", about), [""] * len(layout.parents))
    for j in range(len(layout.parents)):
        sheet.write_formula(
            FIRST_ROW - 1,
            layout.indicator_column(j),
            f"={used_weight(layout.indicator_weight_row(j))}",
            styles.weight,
            float(scores.tree.levels[0].weight[j]),
        )
    places = [scale_cells(scores, layout, j) for j in range(len(layout.parents))]
    for row, j in _cells(layout):
        at = (FIRST_ROW + row, layout.indicator_column(j))
        value = scores.scaled[row, j]
        if scores.imputed[row, j]:
            sheet.write_number(*at, value, styles.stand_in)
        elif scores.scalers[j].constant:
            sheet.write_blank(*at, None, styles.missing)
        else:
            formula = scaled_formula(
                scores.scalers[j].scaling.method, f"Turned!{cell(*at)}", places[j]
            )
            sheet.write_formula(*at, f"={formula}", styles.score, cached(value))


def scale_cells(scores: Scores, layout: Layout, j: int) -> ScaleCells:
    """Where one indicator's scaling finds its numbers."""
    return ScaleCells(
        sample=layout.sample(j, len(scores.scalers[j].reference)),
        count=layout.reference("count", j),
        first=layout.reference("first", j),
        second=layout.reference("second", j),
        low=layout.reference("low", j),
        high=layout.reference("high", j),
        exact=scores.model.uses[j].transform == "none",
    )


def cached(value: float) -> float | str:
    """What a formula's cell shows before anything is recalculated."""
    return "" if np.isnan(value) else float(value)


def _cells(layout: Layout) -> list[tuple[int, int]]:
    return [(i, j) for i in range(layout.partners) for j in range(len(layout.parents))]


def _write_frame(
    sheet: Any, styles: Styles, scores: Scores, titles: tuple[str, str], under: Sequence[str]
) -> None:
    """Head, partners' codes and names, widths and frozen panes."""
    sheet.write(0, 0, titles[0], styles.title)
    sheet.write(1, 0, titles[1], styles.text)
    write_partners(sheet, styles, scores)
    write_indicator_head(sheet, styles, scores)
    for j, words in enumerate(under):
        sheet.write_string(FIRST_ROW - 1, FIRST_COLUMN + j, words, styles.small_heading)
    sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN)
    sheet.repeat_rows(_HEAD, FIRST_ROW - 1)


def write_indicator_head(sheet: Any, styles: Styles, scores: Scores) -> None:
    """Construct, title and id over the column of each indicator."""
    parents = scores.tree.levels[0].parent
    before = -1
    for j, use in enumerate(scores.model.uses):
        column, k = FIRST_COLUMN + j, int(parents[j])
        label = scores.model.constructs[k].label if k != before else ""
        before = k
        sheet.write_string(_HEAD, column, label, styles.section)
        sheet.write_string(_HEAD + 1, column, scores.catalogue[use.id].title, styles.heading)
        sheet.write_string(_HEAD + 2, column, use.id, styles.small_heading)
    sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + len(scores.model.uses) - 1, 15)
    sheet.set_row(_HEAD + 1, 62)
    sheet.set_row(_HEAD + 2, 26)
    sheet.set_row(_HEAD + 3, 40)


def write_partners(sheet: Any, styles: Styles, scores: Scores) -> None:
    """Code and name of each partner in the first two columns."""
    sheet.write(FIRST_ROW - 1, 0, "Code", styles.heading)
    sheet.write(FIRST_ROW - 1, 1, "Partner", styles.heading)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 26)
    for row, (code, name) in enumerate(zip(scores.partners, scores.names, strict=True)):
        sheet.write_string(FIRST_ROW + row, 0, code, styles.text)
        sheet.write_string(FIRST_ROW + row, 1, name, styles.text)
