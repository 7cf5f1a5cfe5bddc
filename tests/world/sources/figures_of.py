"""What the tests of several readers ask of a frame of figures."""

from pathlib import Path

import pandas as pd

from comity.world.checking import check_frame
from comity.world.source import get_source


def cell(frame: pd.DataFrame, indicator: str, partner: str, year: int) -> tuple[float, float]:
    """Value and error of one partner and year."""
    rows = frame[
        (frame["indicator"] == indicator) & (frame["partner"] == partner) & (frame["year"] == year)
    ]
    assert len(rows) == 1, f"{len(rows)} rows of {indicator} {partner} {year}"
    return float(rows["value"].iloc[0]), float(rows["error"].iloc[0])


def value(frame: pd.DataFrame, indicator: str, partner: str, year: int) -> float:
    return cell(frame, indicator, partner, year)[0]


def series(frame: pd.DataFrame, indicator: str) -> "pd.Series[float]":
    """Values of one indicator by partner and year."""
    return frame[frame["indicator"] == indicator].set_index(["partner", "year"])["value"]


def covered(frame: pd.DataFrame, indicator: str, year: int, max_age: int = 5) -> int:
    """Partners with a value at most so old."""
    rows = frame[(frame["indicator"] == indicator) & frame["year"].between(year - max_age, year)]
    return int(rows["partner"].nunique())


def assert_as_described(frame: pd.DataFrame, source: str) -> None:
    """The frame passes the panel's own check, and yields all that the description promises."""
    described = get_source(source)
    check_frame(frame, described)
    assert set(frame["indicator"]) == {one.id for one in described.indicators}
    with_error = set(frame.loc[frame["error"].notna(), "indicator"])
    assert with_error == {one.id for one in described.indicators if one.error}
    assert frame["year"].min() >= 1985


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
