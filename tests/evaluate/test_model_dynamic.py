import pytest

from comity.evaluate.model_dynamic import ESTIMATORS, compare_dynamic
from comity.terms.errors import InputError
from tests.methods.test_dynamic_panel import panel


def test_planted_persistence_is_bracketed_and_recovered():
    """0.5 planted: within is below, pooled above, the others close."""
    found = compare_dynamic(panel(units=800), "y ~ l(y, 1) + x", draws=19)
    size = {n: e["l(y, 1)"].estimate for n, e in zip(ESTIMATORS, found.estimates, strict=True)}
    assert size["differences"] < size["within"] < 0.4 < 0.6 < size["pooled"]
    for name in ("anderson-hsiao", "lsdv", "difference-gmm", "system-gmm"):
        assert size[name] == pytest.approx(0.5, abs=0.1)
    assert found.notes[-1].endswith("Outside it: differences; do not rest on these.")


def test_what_is_left_out_is_said_in_the_users_words():
    found = compare_dynamic(panel(units=30, periods=2), "y ~ l(y, 1) + x", draws=19)
    assert [e.estimator for e in found.estimates] == ["pooled least squares"]
    left_out = [note for note in found.notes if note.startswith("Left out")]
    assert len(left_out) == 6
    assert "explain every term of" in left_out[0]
    assert not any("term::" in note for note in left_out)


def test_a_formula_without_the_lag_is_refused():
    with pytest.raises(InputError, match="its first lag"):
        compare_dynamic(panel(units=20), "y ~ l(y, 2)")
