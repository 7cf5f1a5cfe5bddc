import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.qca_calibrate import Anchors, anchored, calibrate, crisp
from comity.terms.errors import InputError

NUMBERS = st.floats(-1e6, 1e6)


def test_national_income_of_ragin():
    """Ragin 2008, table 5.2: anchors 2500, 5000, 20000 and log odds of plus and minus 3 there."""
    income = np.array([40110, 15320, 13680, 11720, 4670, 4100, 3740, 3590, 2980, 1000, 110.0])
    degree = np.exp(3) / (1 + np.exp(3))
    found = calibrate(income, Anchors(2500, 5000, 20000, degree))
    printed = [1.0, 0.89, 0.85, 0.79, 0.40, 0.25, 0.18, 0.16, 0.08, 0.01, 0.0]
    assert found.round(2).tolist() == printed


def test_anchors_come_out_as_named():
    found = calibrate(np.array([10.0, 20, 50]), Anchors(10, 20, 50))
    assert found.tolist() == pytest.approx([0.05, 0.5, 0.95])


def test_less_can_mean_more():
    falling = calibrate(np.array([10.0, 20, 50]), Anchors(50, 20, 10))
    assert falling.tolist() == pytest.approx([0.95, 0.5, 0.05])


@given(st.lists(NUMBERS, min_size=3, max_size=3, unique=True), st.lists(NUMBERS, min_size=2))
def test_membership_keeps_the_order(at, values):
    low, middle, high = sorted(at)
    if middle - low > 1e-6 and high - middle > 1e-6:
        x = np.sort(values)
        member = calibrate(x, Anchors(low, middle, high))
        assert ((member >= 0) & (member <= 1)).all()
        assert (np.diff(member) >= 0).all()


def test_missing_stays_missing():
    assert np.isnan(calibrate(np.array([np.nan]), Anchors(1, 2, 3))).all()
    assert np.isnan(crisp(np.array([np.nan]), 1)).all()
    assert np.isnan(anchored(np.array([np.nan]), [0, 1], [0, 1])).all()


def test_crisp_counts_the_threshold_in():
    assert crisp(np.array([0.9, 1.0]), 1).tolist() == [0, 1]


def test_written_anchors():
    codes = np.array([0, 1, 2, 3, 1.0])
    assert anchored(codes, range(4), [0, 0.33, 0.67, 1]).tolist() == [0, 0.33, 0.67, 1, 0.33]


def test_a_code_off_the_scale_is_named():
    with pytest.raises(InputError, match="4 is not on the scale"):
        anchored(np.array([4.0]), range(4), [0, 0.33, 0.67, 1])
    with pytest.raises(InputError, match="one membership"):
        anchored(np.array([1.0]), [0, 1], [0])


@pytest.mark.parametrize("at", [(1, 1, 2), (1, 3, 2), (3, 1, 2)])
def test_anchors_must_rise_or_fall(at):
    with pytest.raises(InputError, match="neither rise nor fall"):
        Anchors(*at)


def test_degree_is_a_share():
    with pytest.raises(InputError, match="degree"):
        Anchors(1, 2, 3, degree=1.0)


def test_moved_by_a_share_of_the_span():
    assert Anchors(0, 5, 10).moved(0.1) == Anchors(1, 6, 11)
    assert Anchors(10, 5, 0).moved(-0.1) == Anchors(9, 4, -1)
