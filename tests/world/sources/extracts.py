"""Helpers of the readers' tests: write an extract, look one figure up."""

from pathlib import Path

import pandas as pd


def extract(folder: Path, text: str, name: str = "extract.csv", encoding: str = "utf-8") -> Path:
    """Write an invented extract in a publisher's layout."""
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def figure(frame: pd.DataFrame, indicator: str, partner: str, year: int) -> float | None:
    """One value, or None where the frame has none."""
    key = (frame["indicator"] == indicator) & (frame["partner"] == partner)
    found = frame.loc[key & (frame["year"] == year), "value"]
    assert len(found) < 2
    return None if found.empty else float(found.iloc[0])
