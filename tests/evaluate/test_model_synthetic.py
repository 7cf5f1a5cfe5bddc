from dataclasses import replace

import numpy as np
import pytest

from comity.evaluate.model_synthetic import estimate_synthetic
from comity.methods.panel_columns import Table
from comity.methods.synthetic_control import synthetic_control
from comity.terms.errors import DataMissing, InputError, UnknownName
from comity.terms.estimate import Claim


def world(seed=3, units=22, periods=14, gain=3.0):
    draw = np.random.default_rng(seed)
    common = draw.normal(size=periods).cumsum()
    load = draw.uniform(0.5, 1.5, units)
    y = load[:, None] * common + 0.1 * draw.normal(size=(units, periods))
    y[0] = 0.5 * y[1] + 0.5 * y[2] + 0.1 * draw.normal(size=periods)
    y[0, 9:] += gain
    names = np.array([f"U{k:02d}" for k in range(units)], dtype=object)
    columns = {
        "y": y.ravel(),
        "u": np.repeat(names, periods),
        "t": np.tile(np.arange(2001.0, 2001 + periods), units),
    }
    return Table(columns, "u", "t"), y


def test_a_planted_gap_is_found_and_ranks_first():
    table, y = world()
    found = estimate_synthetic(table, "y", "U00", 2010)
    theirs = synthetic_control(y, 0, 9)
    (row,) = found.estimates[0].coefficients
    assert row.estimate == pytest.approx(theirs.gap[9:].mean(), abs=1e-10)
    assert row.estimate == pytest.approx(3.0, abs=0.3)
    assert row.p_value == pytest.approx(1 / 22)
    assert found.tables["placebo"][0] == {
        "rank": 1, "unit": "U00", "ratio": pytest.approx(theirs.ratio), "treated": True
    }  # fmt: skip
    assert {r["unit"] for r in found.tables["weights"][:2]} <= {
        r["unit"] for r in found.tables["placebo"]
    }
    assert sum(r["weight"] for r in found.tables["weights"]) == pytest.approx(1, abs=1e-2)
    gaps = found.rows()
    assert gaps[0]["period"] == "2001"
    assert gaps[0]["treated"] - gaps[0]["synthetic"] == pytest.approx(gaps[0]["gap"])


def test_donors_with_holes_are_left_out_and_said():
    table, y = world()
    holed = y.copy()
    holed[5, 3] = np.nan
    found = estimate_synthetic(
        Table(dict(table.columns) | {"y": holed.ravel()}, "u", "t"), "y", "U00", 2010
    )
    assert len(found.tables["placebo"]) == 21
    assert any("1 units lack a value" in note for note in found.notes)


def test_the_word_is_earned():
    table, _ = world()
    found = estimate_synthetic(table, "y", "U00", 2010, assumptions_tested="Placebo in time.")
    assert found.claim is found.estimates[0].claim is Claim.EFFECT
    assert replace(found, assumptions_tested="").claim is Claim.ASSOCIATION


def test_refusals():
    table, y = world()
    with pytest.raises(UnknownName, match="'U99'"):
        estimate_synthetic(table, "y", "U99", 2010)
    with pytest.raises(InputError, match="two earlier periods"):
        estimate_synthetic(table, "y", "U00", 2001)
    with pytest.raises(DataMissing, match="two or more"):
        estimate_synthetic(table, "y", "U00", 2010, donors=("U01",))
    holed = y.copy()
    holed[0, 3] = np.nan
    with pytest.raises(DataMissing, match="in 2004"):
        estimate_synthetic(
            Table(dict(table.columns) | {"y": holed.ravel()}, "u", "t"), "y", "U00", 2010
        )
