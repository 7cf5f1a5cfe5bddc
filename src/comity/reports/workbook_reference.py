"""The sheet "Reference": the frozen sample that every scaling is fitted on."""

from typing import Any

from comity.assess.scores import Scores
from comity.methods.normalise import Scaler
from comity.reports.workbook_formulas import fitted_formulas
from comity.reports.workbook_layout import REFERENCE_ROWS, Layout
from comity.reports.workbook_scaled import cached, write_indicator_head
from comity.reports.workbook_styles import Styles

_LABELS = {
    "method": "Scaling",
    "sign": "Direction: 1 higher, -1 lower is favourable",
    "count": "Values in the sample",
    "first": "Scaled from: lowest, lower cut, or mean",
    "second": "Scaled from: highest, upper cut, target, or standard deviation",
    "low": "Scaled to: lower end, or mean",
    "high": "Scaled to: upper end, or standard deviation",
}


def write_reference(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    """Write each indicator's sorted sample and, as formulas, the numbers of its scaling."""
    reference = scores.model.reference
    sheet.write(0, 0, "Reference sample", styles.title)
    sheet.write(
        1,
        0,
        f"{reference.group}, {reference.year or scores.year}: values after transform and direction, "
        "sorted. They stay as they are whatever is scored, so that scores compare.",
        styles.text,
    )
    write_indicator_head(sheet, styles, scores)
    sheet.set_row(REFERENCE_ROWS["method"], None)
    for name, label in _LABELS.items():
        sheet.write(REFERENCE_ROWS[name], 0, label, styles.section)
        sheet.write_blank(REFERENCE_ROWS[name], 1, None, styles.section)
    sheet.write(REFERENCE_ROWS["sample"] - 1, 0, "Sorted sample", styles.section)
    for j, scaler in enumerate(scores.scalers):
        _write_column(sheet, styles, layout, j, (scaler, float(scores.signs[j])))
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 4)
    sheet.freeze_panes(REFERENCE_ROWS["sample"], 2)


def _write_column(
    sheet: Any, styles: Styles, layout: Layout, j: int, fitted: tuple[Scaler, float]
) -> None:
    scaler, sign = fitted
    scaling, column = scaler.scaling, layout.indicator_column(j)
    sheet.write(REFERENCE_ROWS["method"], column, scaling.method, styles.text)
    sheet.write_number(REFERENCE_ROWS["sign"], column, sign, styles.whole)
    sample = layout.sample(j, len(scaler.reference)).removeprefix("Reference!")
    count = len(scaler.reference)
    sheet.write_formula(REFERENCE_ROWS["count"], column, f"=COUNT({sample})", styles.whole, count)
    if not scaler.constant:
        goal = (scaling.get("low"), scaling.get("target" if scaling.method == "target" else "high"))
        both = fitted_formulas(scaling.method, sample, scaling.get("tail"), goal)
        for name, formula, value in zip(
            ("first", "second"), both, (scaler.first, scaler.second), strict=True
        ):
            sheet.write_formula(
                REFERENCE_ROWS[name], column, f"={formula}", styles.fine, cached(value)
            )
    for name, parameter in zip(("low", "high"), _ends(scaling.method), strict=True):
        if parameter:
            sheet.write_number(REFERENCE_ROWS[name], column, scaling.get(parameter), styles.number)
    for row, value in enumerate(scaler.reference, start=REFERENCE_ROWS["sample"]):
        sheet.write_number(row, column, float(value), styles.number)


def _ends(method: str) -> tuple[str, str]:
    if method == "zscore":
        return "mean", "sd"
    return ("", "") if method in {"rank", "borda", "target", "none"} else ("lower", "upper")
