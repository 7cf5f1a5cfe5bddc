"""A planted panel and a study of it, for the tests of the multiverse.

Forty units over ten years: the treatment moves the outcome by 0.5, ``confounder`` moves both,
``noise`` moves nothing, ``gap`` is missing in some rows.
"""

from pathlib import Path

import numpy as np

from comity.evaluate.specifications import Universe, universe_of
from comity.evaluate.study import Outcome, Study, Treatment
from comity.evaluate.study_columns import StudyColumns, study_columns
from comity.methods.panel_columns import Table

UNITS, YEARS = 40, 10


def planted_table(seed: int = 0, size: float = 0.5) -> Table:
    draw = np.random.default_rng(seed)
    n = UNITS * YEARS
    unit, year = np.repeat(np.arange(UNITS), YEARS), np.tile(np.arange(2000, 2000 + YEARS), UNITS)
    confounder, noise, gap = draw.normal(size=(3, n))
    treat = 0.4 * confounder + draw.normal(size=n)
    y = size * treat + 0.8 * confounder + np.repeat(draw.normal(size=UNITS), YEARS)
    y = y + 0.1 * (year - 2000) + draw.normal(size=n)
    gap[draw.random(n) < 0.1] = np.nan
    columns = {
        "unit": np.array([f"U{u:02d}" for u in unit], dtype=object),
        "year": year.astype(float),
        "y": y,
        "treat": treat,
        "confounder": confounder,
        "noise": noise,
        "gap": gap,
        "count": draw.poisson(np.exp(0.3 * np.clip(treat, -3, 3))).astype(float),
        "w": draw.uniform(1, 2, n),
        "z": treat + draw.normal(size=n),
        "big": (unit % 2).astype(float),
    }
    return Table(columns, "unit", "year")


def small_study(**changes: object) -> Study:
    fields: dict[str, object] = {
        "name": "planted",
        "unit": "unit",
        "period": "year",
        "outcomes": (Outcome("y"),),
        "treatments": (Treatment("treat"), Treatment("treat", 1)),
        "required": ("confounder",),
        "options": (("noise",), ("gap",)),
        "absorbed": ("unit + year", "none"),
        "errors": ("unit", "hetero"),
        "samples": {"all": "", "late": "year >= 2003"},
    }
    return Study(**(fields | changes))  # type: ignore[arg-type]


def made(study: Study | None = None, table: Table | None = None) -> tuple[Universe, StudyColumns]:
    study = study or small_study()
    return universe_of(study), study_columns(study, table or planted_table())


def write_files(folder: Path, extra: str = "") -> Path:
    """Write the planted panel and a study file beside it."""
    import pandas as pd

    pd.DataFrame(dict(planted_table().columns)).to_csv(folder / "panel.csv", index=False)
    path = folder / "study.toml"
    path.write_text(
        f"""
name = "planted"
unit = "unit"
period = "year"
{extra}
[data]
file = "panel.csv"
[outcome]
column = "y"
[treatment]
column = "treat"
lag = [0, 1]
[controls]
required = ["confounder"]
optional = ["noise", "gap"]
[model]
absorb = ["unit + year", "none"]
errors = ["unit", "hetero"]
[samples]
all = ""
late = "year >= 2003"
""",
        encoding="utf-8",
    )
    return path
