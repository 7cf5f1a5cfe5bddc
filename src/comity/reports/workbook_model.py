"""The hidden sheet that carries the model, so that edited weights can be read back."""

from typing import Any

from comity.assess.scores import Scores
from comity.reports.workbook_layout import FORMAT, MARK
from comity.reports.workbook_styles import Styles


def write_model_sheet(sheet: Any, styles: Styles, scores: Scores) -> None:
    """Write the model as TOML, one line in each cell of the first column."""
    sheet.write_string(0, 0, f"{MARK} {FORMAT}", styles.code)
    sheet.write_string(0, 1, scores.model.digest, styles.code)
    for row, line in enumerate(scores.model.to_toml().splitlines(), start=1):
        sheet.write_string(row, 0, line, styles.code)
    sheet.set_column(0, 0, 100)
