import numpy as np
import pytest

from comity.evaluate.ratios import ratio_rows
from comity.terms.estimate import Coefficient, Estimate


def test_exponentials_without_the_intercept():
    rows = (
        Coefficient("(Intercept)", 1.0, 1, 1, 1, 0, 2),
        Coefficient("x", np.log(2), 1, 1, 1, 0.0, np.log(4)),
    )
    estimate = Estimate("y", "logit", rows, 9, "iid", "none", float("inf"))
    (found,) = ratio_rows((estimate,), "odds_ratio")
    assert found["term"] == "x"
    assert (found["odds_ratio"], found["low"], found["high"]) == pytest.approx((2, 1, 4))
