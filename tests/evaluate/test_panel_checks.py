import numpy as np
import pytest

from comity.evaluate.panel_checks import (
    check_future,
    check_leave_out,
    check_pairs,
    check_permutation,
    check_wild,
)
from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.methods.panel_columns import Table, shifted
from comity.terms.errors import InputError, UnknownName
from tests.evaluate.small_study import planted_table

FORMULA = "y ~ treat + confounder + noise | unit + year"


@pytest.mark.parametrize("check", [check_wild, check_pairs, check_permutation])
def test_a_planted_association_is_found_and_noise_is_not(check):
    found = check(planted_table(), FORMULA, "treat", cluster=("unit",), draws=199)
    nothing = check(planted_table(), FORMULA, "noise", cluster=("unit",), draws=199)
    assert found.p_value < 0.02
    assert nothing.p_value > 0.05
    assert found.to_dict()["draws"] == 199
    if check is not check_permutation:
        assert found.low < 0.5 < found.high


def test_leaving_each_cluster_out_equals_estimating_without_it():
    table = planted_table()
    found = check_leave_out(table, FORMULA, "treat", cluster=("unit",))
    names = np.unique(table.column("unit"))
    without = {
        name: run_panel(table.take(table.column("unit") != name), FORMULA)["treat"].estimate
        for name in names
    }
    assert found.low == pytest.approx(min(without.values()), rel=1e-10)
    assert found.high == pytest.approx(max(without.values()), rel=1e-10)
    furthest = max(names, key=lambda name: abs(without[name] - found.estimate))
    assert f"Furthest off without {furthest} (" in found.reading
    assert "Each of 40 clusters out in turn; 0 turn the sign." in found.reading


def test_future_treatment_tells_reverse_order():
    """An outcome that follows yesterday's treatment is fine; one that leads it is not."""
    table = planted_table()
    ahead = shifted(table, table.numbers("treat"), -1)
    led = Table({**table.columns, "y2": table.numbers("y") + np.nan_to_num(ahead)}, "unit", "year")
    errors = parse_errors("unit")
    fine = check_future(table, FORMULA, "treat", errors=errors)
    wrong = check_future(led, FORMULA.replace("y ~", "y2 ~"), "treat", errors=errors)
    assert fine.p_value > 0.05
    assert wrong.p_value < 1e-6
    assert wrong.term == "f(treat, 1)"


def test_refusals():
    with pytest.raises(UnknownName, match="'treat'"):
        check_wild(planted_table(), FORMULA, "treet", cluster=("unit",))
    with pytest.raises(InputError, match="not instruments"):
        check_pairs(planted_table(), "y ~ 1 | unit | treat ~ z", "treat", cluster=("unit",))
    with pytest.raises(InputError, match="plain column"):
        check_future(planted_table(), FORMULA, "z", errors=parse_errors("iid"))
    bare = Table(planted_table().columns)
    with pytest.raises(InputError, match="unit and the period"):
        check_permutation(bare, FORMULA, "treat", cluster=("unit",))
