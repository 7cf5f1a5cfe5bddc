import numpy as np
import pytest
from scipy import stats

from comity.methods.detectable import minimum_detectable


def test_multiplier_with_many_degrees_is_2_8():
    """Bloom (1995): 2.8 for 80 % power at 5 %."""
    assert minimum_detectable(0.5, np.inf) == pytest.approx(0.5 * 2.8016, abs=1e-3)


def test_power_is_what_was_asked_for():
    found = minimum_detectable(1.0, 30)
    critical = stats.t.ppf(0.975, 30)
    assert stats.nct.sf(critical, 30, found) == pytest.approx(0.8, abs=0.01)


def test_fewer_degrees_and_more_power_need_more():
    assert minimum_detectable(1, 5) > minimum_detectable(1, 50)
    assert minimum_detectable(1, 50, power=0.9) > minimum_detectable(1, 50)
