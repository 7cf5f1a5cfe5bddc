"""The sheet "Weights": the yellow cells are the only ones meant to be changed."""

from typing import Any

from comity.assess.scores import Scores
from comity.reports.workbook_layout import WEIGHT_COLUMNS, WEIGHTS_HEADER, Layout, block, cell
from comity.reports.workbook_styles import Styles

_AT = {name: column for column, name in enumerate(WEIGHT_COLUMNS)}
_INPUT, _USED = _AT["Weight"], _AT["Used"]
_WIDTHS = (11, 38, 50, 36, 10, 10, 9, 11, 11, 11, 11, 13, 40)


def used_weight(row: int) -> str:
    """Cell of the weight that formulas take from a row of the sheet."""
    return f"Weights!{cell(row, _USED, lock='both')}"


def write_weights(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write every weight as an input cell, with its shares as formulas."""
    sheet.write(0, 0, "Weights", styles.title)
    sheet.write(
        1,
        0,
        "Change the yellow cells only: any number that is zero or more. Weights are relative: "
        "within their group they are rescaled to add up to one. "
        f"Starting point: {scores.model.status}.",
        styles.text,
    )
    sheet.write(
        2,
        0,
        "Save and read them back as a model with:  comity assess import-workbook FILE.xlsx",
        styles.quiet,
    )
    for column, (name, width) in enumerate(zip(WEIGHT_COLUMNS, _WIDTHS, strict=True)):
        numeric = _INPUT <= column <= _AT["Share of score"]
        sheet.write(
            WEIGHTS_HEADER, column, name, styles.number_heading if numeric else styles.heading
        )
        sheet.set_column(column, column, width)
    _write_constructs(sheet, styles, scores, layout)
    gap = layout.construct_weight_row(layout.constructs)
    for column in range(len(WEIGHT_COLUMNS)):
        sheet.write_blank(gap, column, None, styles.section)
    sheet.write(gap, 0, "Indicators, each within its construct", styles.section)
    _write_indicators(sheet, styles, scores, layout)
    for rows in (
        (layout.construct_weight_row(0), gap - 1),
        (layout.indicator_weight_row(0), layout.indicator_weight_row(len(layout.parents) - 1)),
    ):
        sheet.data_validation(rows[0], _INPUT, rows[1], _INPUT, _RULE)
    sheet.set_row(WEIGHTS_HEADER, 32)
    sheet.freeze_panes(WEIGHTS_HEADER + 1, _AT["Title"])
    sheet.repeat_rows(WEIGHTS_HEADER)


_RULE = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    "ignore_blank": False,
    "input_title": "Weight",
    "input_message": "A number that is zero or more; zero leaves it out.",
    "error_title": "Not a weight",
    "error_message": "Give a number that is zero or more.",
}


def _write_constructs(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    first, last = (layout.construct_weight_row(k) for k in (0, layout.constructs - 1))
    total = f"SUM({block((first, _USED), (last, _USED), lock='both')})"
    shares = scores.tree.levels[1].share()
    for k, construct in enumerate(scores.model.constructs):
        row = layout.construct_weight_row(k)
        _write_words(sheet, styles, row, ("construct", construct.id, construct.label, ""))
        _write_input(sheet, styles, row, construct.weight, informative=True)
        share = f"IF({total}>0,{cell(row, _USED)}/{total},0)"
        for name in ("Share of group", "Share of score"):
            sheet.write_formula(row, _AT[name], f"={share}", styles.fine_share, float(shares[k]))
        members = block(
            *((layout.indicator_weight_row(j), _USED) for j in layout.members(k)), lock="both"
        )
        check = (
            f'=IF(SUM({members})<=0,"All its indicators weigh zero: raise one",'
            f'IF({total}<=0,"All constructs weigh zero: raise one",""))'
        )
        sheet.write_formula(row, _AT["Check"], check, styles.text, "")


def _write_indicators(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    bottom = scores.tree.levels[0]
    within, effective = bottom.share(), scores.tree.effective()
    for j, use in enumerate(scores.model.uses):
        row, k = layout.indicator_weight_row(j), layout.parents[j]
        construct, about = scores.model.constructs[k], scores.catalogue[use.id]
        _write_words(sheet, styles, row, ("indicator", use.id, about.title, construct.label))
        constant = scores.scalers[j].constant
        _write_input(sheet, styles, row, use.weight, informative=not constant)
        group = block(
            *((layout.indicator_weight_row(i), _USED) for i in layout.members(k)), lock="both"
        )
        share = f"=IF(SUM({group})>0,{cell(row, _USED)}/SUM({group}),0)"
        sheet.write_formula(row, _AT["Share of group"], share, styles.fine_share, float(within[j]))
        whole = cell(layout.construct_weight_row(k), _AT["Share of group"], lock="both")
        sheet.write_formula(
            row,
            _AT["Share of score"],
            f"={cell(row, _AT['Share of group'])}*{whole}",
            styles.fine_share,
            float(effective[j]),
        )
        sheet.write(row, _AT["Direction"], _direction(scores, j), styles.text)
        sheet.write(row, _AT["Transform"], use.transform, styles.text)
        sheet.write(row, _AT["Scaling"], scores.scalers[j].scaling.method, styles.text)
        if constant:
            said = "Left out: one value for the whole reference sample"
            sheet.write(row, _AT["Check"], said, styles.warning)


def _direction(scores: Scores, j: int) -> str:
    return "higher" if scores.signs[j] > 0 else "lower"


def _write_words(sheet: Any, styles: Styles, row: int, words: tuple[str, ...]) -> None:
    for column, word in enumerate(words):
        sheet.write_string(row, column, word, styles.quiet if column == 0 else styles.text)


def _write_input(sheet: Any, styles: Styles, row: int, weight: float, *, informative: bool) -> None:
    sheet.write_number(row, _INPUT, weight, styles.input)
    sheet.write_number(row, _AT["At export"], weight, styles.weight)
    factor = "" if informative else "*0"
    value = weight if informative else 0.0
    sheet.write_formula(row, _USED, f"=N({cell(row, _INPUT)}){factor}", styles.weight, value)
