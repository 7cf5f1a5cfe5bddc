"""Panels with planted findings: what a study should say about them in sign and order.

The shapes are those of the open study designs (concave dose, one type without association, more
where institutions are strong, none among the most fragile; a sign that differs by period and by
peacekeeping). All numbers are invented.
"""

import numpy as np
import pytest

from comity.evaluate.multiverse import estimate_all
from comity.evaluate.multiverse_null import null_tests
from comity.evaluate.panel_run import run_panel
from comity.evaluate.specifications import universe_of
from comity.evaluate.study import Outcome, Study, Treatment
from comity.evaluate.study_columns import study_columns
from comity.methods.dose_response import dose_bins
from comity.methods.panel_columns import Table

UNITS, YEARS = 107, 18


def fragility(seed: int = 0) -> Table:
    draw = np.random.default_rng(seed)
    n = UNITS * YEARS
    unit, year = np.repeat(np.arange(UNITS), YEARS), np.tile(np.arange(1991, 1991 + YEARS), UNITS)
    level = draw.uniform(2, 24, UNITS)[unit]
    polity = np.clip(draw.normal(0, 5, UNITS)[unit] + draw.normal(0, 1, n), -10, 10)
    education = draw.exponential(3, n) * (draw.random(n) < 0.7)
    fmf = draw.exponential(3, n) * (draw.random(n) < 0.5)
    size = np.where(level >= 20, 0.0, 0.6 + 0.06 * polity)
    change = -size * (1 - np.exp(-education))
    sfi = level - 0.12 * (year - 1991) + change + draw.normal(0, 0.7, n)
    columns = {
        "unit": unit.astype(float), "year": year.astype(float), "sfi": sfi, "education": education,
        "fmf": fmf, "polity": polity, "fragile": (level >= 20).astype(float),
    }  # fmt: skip
    return Table(columns, "unit", "year")


def test_five_planted_findings_about_fragility():
    table = fragility()
    log = "log1p(education) + log1p(fmf)"
    overall = run_panel(table, f"sfi ~ {log} | unit + year")
    assert overall["log1p(education)"].high < 0
    assert overall["log1p(fmf)"].p_value > 0.05
    names, bins = dose_bins(table.numbers("education"), np.array([1.0, 3.0]))
    binned = Table({**table.columns, "low": bins[:, 0], "mid": bins[:, 1], "top": bins[:, 2]})
    shape = run_panel(binned, "sfi ~ low + mid + top | unit + year")
    low, mid, top = (shape[name].estimate for name in ("low", "mid", "top"))
    assert 0 > low > mid > top
    assert mid - low < 2 * (top - mid)  # more of it sits at the low end
    by_polity = run_panel(table, "sfi ~ log1p(education)*polity | unit + year")
    assert by_polity["log1p(education):polity"].high < 0
    split = run_panel(table, "sfi ~ log1p(education) + log1p(education):fragile | unit + year")
    assert split["log1p(education):fragile"].low > 0
    fragile = table.take(table.numbers("fragile") == 1)
    inside = run_panel(fragile, "sfi ~ log1p(education) | unit + year")["log1p(education)"]
    assert inside.low < 0 < inside.high
    assert len(names) == 3


def study(treatment: str, outcome: str, **changes: object) -> Study:
    fields: dict[str, object] = {
        "name": "planted", "unit": "unit", "period": "year", "outcomes": (Outcome(outcome),),
        "treatments": (Treatment(treatment, 0, "log1p"), Treatment(treatment, 0, "asinh")),
        "options": (("polity",),), "absorbed": ("unit + year",), "errors": ("unit",),
    }  # fmt: skip
    return Study(**(fields | changes))  # type: ignore[arg-type]


@pytest.mark.slow
def test_a_permuted_treatment_has_no_finding():
    table = fragility()
    for treatment, found in (("education", True), ("fmf", False)):
        chosen = study(treatment, "sfi")
        tests = null_tests(universe_of(chosen), study_columns(chosen, table), permutations=99)
        assert (tests[0].p_value <= 0.02) == found
        assert (tests[2].p_value <= 0.02) == found


def test_three_planted_signs_by_period_and_peacekeeping():
    """Worse in the early period, nothing later, better with a mission."""
    draw = np.random.default_rng(2)
    n = 45 * 40
    unit, year = np.repeat(np.arange(45), 40), np.tile(np.arange(1970, 2010), 45)
    late, aid = (year >= 1991).astype(float), draw.exponential(1, n)
    pko = late * (draw.random(n) < 0.3)
    size = np.where(pko == 1, -0.5, np.where(late == 1, 0.0, 0.4))
    war = size * np.log1p(aid) + draw.normal(size=45)[unit] + draw.normal(0, 0.5, n)
    columns = {"unit": unit, "year": year, "war": war, "aid": aid, "late": late, "pko": pko}
    table = Table({k: np.asarray(v, dtype=float) for k, v in columns.items()}, "unit", "year")
    chosen = study(
        "aid", "war", options=(), required=("pko",), treatments=(Treatment("aid", 0, "log1p"),),
        samples={
            "early": "late == 0", "later": "late == 1 and pko == 0", "mission": "pko == 1"
        },
    )  # fmt: skip
    found = estimate_all(universe_of(chosen), study_columns(chosen, table))
    early, later, mission = range(3)
    assert found.low[early] > 0
    assert found.low[later] < 0 < found.high[later]
    assert found.high[mission] < 0
