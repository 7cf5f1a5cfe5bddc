import numpy as np
import pytest

from comity.methods.spec_curve import curve_statistics, explain_variance, summarise_curve

E = np.array([1.0, 2.0, -1.0, np.nan, 4.0])
T = np.array([1.0, 3.0, -2.5, np.nan, 4.0])
P = np.array([0.3, 0.01, 0.02, np.nan, 0.001])


def test_shares_by_hand():
    found = summarise_curve(E, T, P)
    assert (found.specifications, found.failed) == (5, 1)
    assert found.median == 1.5
    assert (found.positive, found.negative) == (0.75, 0.25)
    assert found.significant == 0.75
    assert (found.significant_positive, found.significant_negative) == (0.5, 0.25)
    assert found.mean_absolute_t == pytest.approx(10.5 / 4)


def test_statistics_of_the_whole_curve():
    assert curve_statistics(E, T, P).tolist() == [1.5, 0.5, 1.375]


def test_nothing_estimated_gives_no_share():
    none = np.full(2, np.nan)
    assert np.isnan(summarise_curve(none, none, none).median)
    assert curve_statistics(none, none, none).tolist() == [0, 0, 0]


def test_variance_is_split_exactly_in_a_balanced_design():
    """Three on/off choices with shifts 3, 1 and 0: shares 9 : 1 : 0."""
    s = np.arange(8)
    choices = {name: (s >> bit) & 1 for bit, name in enumerate("abc")}
    found, full = explain_variance(3.0 * choices["a"] + choices["b"], choices)
    shares = {item.choice: item.alone for item in found}
    assert shares == pytest.approx({"a": 0.9, "b": 0.1, "c": 0.0}, abs=1e-12)
    assert [item.choice for item in found][:2] == ["a", "b"]
    assert {item.choice: item.last for item in found} == pytest.approx(shares, abs=1e-12)
    assert full == pytest.approx(1)


def test_interplay_is_what_an_additive_model_leaves():
    s = np.arange(4)
    a, b = s & 1, s >> 1
    found, full = explain_variance((a * b).astype(float), {"a": a, "b": b, "same": s * 0})
    assert full == pytest.approx(2 / 3)
    assert {item.choice for item in found} == {"a", "b"}


def test_a_flat_curve_has_nothing_to_explain():
    assert explain_variance(np.ones(4), {"a": np.arange(4)})[0] == ()
