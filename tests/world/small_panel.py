"""A small panel in the shape of the real one, for tests."""

import numpy as np
import pandas as pd

from comity.terms.indicator import Direction, Indicator
from comity.terms.licence import Licence
from comity.world.panel import Panel
from comity.world.stacking import to_panel


def described(name: str, **more: object) -> Indicator:
    """An indicator whose source is what stands before the dot."""
    fields: dict[str, object] = {
        "title": f"Title of {name}",
        "definition": "Invented for tests.",
        "unit": "points",
        "direction": Direction.HIGHER,
        "source": name.partition(".")[0],
        "publisher": "Test Press",
        "licence": Licence.OPEN,
        "citation": "Test Press (2024), Côte d'Ivoire edition.",
    }
    return Indicator(id=name, **{**fields, **more})  # type: ignore[arg-type]


def small_frame() -> pd.DataFrame:
    """Two sources, three partners, 2018-2020, with holes."""
    rows = [
        ("KEN", "alpha.score", 2018, 1.5, 0.25, "alpha v1"),
        ("KEN", "alpha.score", 2019, 1 / 3, np.nan, "alpha v1"),
        ("GHA", "alpha.score", 2020, -2.0, 0.125, "alpha v1"),
        ("KEN", "beta.money", 2018, 1_234_567_890_123.0, np.nan, "beta 2024"),
        ("CIV", "beta.money", 2020, 0.0, np.nan, "beta 2024"),
    ]
    columns = ["partner", "indicator", "year", "value", "error", "vintage"]
    return pd.DataFrame(rows, columns=columns)


def small_panel() -> Panel:
    """The panel of ``small_frame``."""
    names = ["alpha.score", "beta.money"]
    return to_panel(small_frame(), {name: described(name) for name in names})
