import warnings

import numpy as np
import pytest

from comity.evaluate.model_dose import estimate_dose
from comity.evaluate.panel_errors import parse_errors
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, InputError


def doses(seed=0, n=1500, curve=np.sqrt):
    draw = np.random.default_rng(seed)
    dose = np.where(draw.random(n) < 0.3, 0.0, draw.gamma(2, 2, n))
    y = curve(dose) + draw.normal(size=n)
    return Table({"y": y, "dose": dose, "x": draw.normal(size=n), "u": np.arange(n) % 60})


def test_a_planted_bend_is_found_and_a_line_has_none():
    bent = estimate_dose(doses(), "y ~ x", "dose", errors=parse_errors("u"))
    assert bent.estimates[0].statistics["bend_p"] < 1e-4
    for row in bent.tables["curve"]:
        if row["dose"] < 10:
            assert row["estimate"] == pytest.approx(np.sqrt(row["dose"]), abs=0.35)
    found = [
        estimate_dose(doses(s, curve=lambda d: 0.5 * d), "y ~ x", "dose", errors=parse_errors("u"))
        for s in range(30)
    ]
    assert sum(one.estimates[0].statistics["bend_p"] < 0.05 for one in found) <= 5


def test_the_joint_tests_are_statsmodels():
    table = doses()
    found = estimate_dose(table, "y ~ x", "dose", cuts=(1, 3, 6), errors=parse_errors("iid"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        from comity.methods.dose_response import natural_spline

        basis = natural_spline(table.numbers("dose"), np.array([1.0, 3, 6]))
        X = np.column_stack([np.ones(len(basis)), basis, table.numbers("x")])
        theirs = sm.OLS(table.numbers("y"), X).fit()
        joint, bend = (theirs.f_test(np.eye(4)[rows]).pvalue.item() for rows in ([1, 2], [2]))
    assert found.estimates[0].statistics["bend_p"] == pytest.approx(bend, rel=1e-6)
    assert found.estimates[0].statistics["joint_p"] == pytest.approx(joint, abs=1e-12)


def test_bins_are_means_of_their_rows():
    table = doses()
    found = estimate_dose(
        table, "y ~ 1", "dose", shape="bins", cuts=(2.0,), errors=parse_errors("iid")
    )
    y, dose = table.numbers("y"), table.numbers("dose")
    zero = y[dose == 0].mean()
    assert found.estimates[0]["dose 0 to 2"].estimate == pytest.approx(
        y[(dose > 0) & (dose <= 2)].mean() - zero, abs=1e-10
    )
    assert "a dose of zero" in found.notes[0]
    above = Table({name: c[dose > 0] for name, c in table.columns.items()})
    rest = estimate_dose(above, "y ~ 1", "dose", shape="bins", errors=parse_errors("iid"))
    assert len(rest.estimates[0].coefficients) == 3
    assert "the lowest bin" in rest.notes[0]


def test_refusals():
    table = doses()
    with pytest.raises(InputError, match="Choose a shape"):
        estimate_dose(table, "y ~ x", "dose", shape="line", errors=parse_errors("iid"))
    flag = Table(dict(table.columns) | {"d": (table.numbers("dose") > 0) * 1.0})
    with pytest.raises(DataMissing, match="too few different"):
        estimate_dose(flag, "y ~ x", "d", errors=parse_errors("iid"))
