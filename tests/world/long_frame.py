"""Long frames written down by hand, and answers looked up in them."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from comity.world.checking import check_frame
from comity.world.deriving import derived_topics


def long(first: int, **series: Sequence[float | None] | Mapping[str, Sequence[float | None]]):
    """Long frame of yearly figures from ``first`` on; ``a__b`` stands for ``a.b``.

    A plain list belongs to Kenya; a mapping gives a list for each partner; ``None`` is missing.
    """
    rows = []
    for name, given in series.items():
        by_partner = given if isinstance(given, Mapping) else {"KEN": given}
        for partner, values in by_partner.items():
            rows += [
                (partner, name.replace("__", "."), first + i, float(value), np.nan)
                for i, value in enumerate(values)
                if value is not None
            ]
    return pd.DataFrame(rows, columns=["partner", "indicator", "year", "value", "error"])


def look(frame: pd.DataFrame, indicator: str, year: int, partner: str = "KEN") -> float | None:
    """Value of one partner and year, or ``None``."""
    rows = frame[
        (frame["indicator"] == indicator) & (frame["year"] == year) & (frame["partner"] == partner)
    ]
    assert len(rows) <= 1
    return float(rows["value"].iloc[0]) if len(rows) else None


def assert_topic(topic: str, frame: pd.DataFrame) -> None:
    """Every described indicator is there and passes the panel's own check."""
    described = derived_topics()[topic]
    check_frame(frame, described)
    assert set(frame["indicator"]) == {one.id for one in described.indicators}
    assert all(one.derived_from for one in described.indicators)
