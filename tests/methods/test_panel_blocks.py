import numpy as np
import pytest

from comity.methods import panel_blocks
from comity.methods.panel_blocks import (
    cluster_blocks,
    coefficients,
    pseudo_inverse,
    without_dummies,
)
from comity.methods.panel_demean import FixedEffects
from comity.terms.errors import InputError
from tests.panel_reference import panel_frame


def sample():
    frame = panel_frame().query("unit < 25")
    return (
        frame[["treat", "x1", "y"]].to_numpy(float),
        frame["unit"].to_numpy(),
        frame["year"].to_numpy(),
        frame["w"].to_numpy(),
    )


@pytest.mark.parametrize("weighted", [False, True])
def test_sweeping_dummies_out_of_cross_products_equals_demeaning(weighted):
    columns, unit, year, w = sample()
    weights = w if weighted else None
    blocks = cluster_blocks(columns, unit, effects=(unit, year), weights=weights)
    swept = FixedEffects((unit, year), weights).demean(columns)
    scaled = swept * (np.sqrt(w)[:, None] if weighted else 1.0)
    assert np.allclose(without_dummies(blocks.total, 3), scaled.T @ scaled)
    assert len(blocks) == 25
    assert unit[blocks.labels].tolist() == sorted(set(unit.tolist()))


def test_taking_a_cluster_out_equals_estimating_without_it():
    columns, unit, year, _ = sample()
    blocks = cluster_blocks(columns, unit, effects=(unit, year))
    left = without_dummies(blocks.total - blocks.blocks[7], 3)
    inside = unit != 7
    swept = FixedEffects((unit[inside], year[inside])).demean(columns[inside])
    expected = np.linalg.lstsq(swept[:, :2], swept[:, 2], rcond=None)[0]
    assert np.allclose(coefficients(left, np.array([0, 1]), 2), expected, atol=1e-10)


def test_without_crossing_effects_nothing_needs_sweeping():
    columns, unit, _, _ = sample()
    blocks = cluster_blocks(columns, unit, effects=(unit,))
    assert blocks.blocks.shape[1] == 3
    assert without_dummies(blocks.total, 3) is not None


def test_too_many_crossing_levels_are_refused(monkeypatch):
    monkeypatch.setattr(panel_blocks, "MAX_DUMMIES", 5)
    columns, unit, year, _ = sample()
    with pytest.raises(InputError, match="more than 5 levels"):
        cluster_blocks(columns, unit, effects=(unit, year))


def test_a_lost_column_has_no_inverse_and_no_coefficient():
    cross = np.diag([2.0, 0.0, 4e12])
    assert np.allclose(pseudo_inverse(cross), np.diag([0.5, 0.0, 0.25e-12]))
