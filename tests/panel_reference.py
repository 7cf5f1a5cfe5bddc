"""The synthetic panel whose models R estimated (``tests/reference/panel``), ready for tests."""

from functools import cache
from pathlib import Path

import pandas as pd

from comity.methods.panel_columns import Table

FOLDER = Path(__file__).parent / "reference" / "panel"


@cache
def panel_frame() -> pd.DataFrame:
    counts = pd.read_csv(FOLDER / "counts.csv")
    return pd.read_csv(FOLDER / "panel.csv").merge(counts, on=["unit", "year"], how="left")


def panel_table() -> Table:
    frame = panel_frame()
    return Table({name: frame[name].to_numpy() for name in frame}, unit="unit", period="year")


@cache
def fixest_results() -> pd.DataFrame:
    return pd.read_csv(FOLDER / "fixest_results.csv")
