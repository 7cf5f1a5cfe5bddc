import numpy as np
import pytest

from comity.evaluate.multiverse import estimate_all
from comity.evaluate.multiverse_influence import unit_influence
from comity.methods.panel_columns import Table
from tests.evaluate.small_study import made, planted_table, small_study

STUDY = small_study(errors=("unit", "hetero"), samples={"all": ""})


def test_leaving_a_unit_out_equals_running_without_it():
    table = planted_table()
    universe, columns = made(STUDY, table)
    names = [str(u) for u in table.column("unit")]
    found = {item.unit: item for item in unit_influence(universe, columns, names)}
    assert len(found) == 40
    without = table.take(table.column("unit") != "U07")
    change = estimate_all(*made(STUDY, without)).estimate - estimate_all(universe, columns).estimate
    assert found["U07"].median_change == pytest.approx(np.median(change), abs=1e-10)
    assert abs(found["U07"].largest_change) == pytest.approx(np.abs(change).max(), abs=1e-10)
    assert found["U07"].specifications == len(universe)


def test_a_partner_that_makes_the_curve_is_named_first():
    table = planted_table(size=0.0)
    y, treat = table.numbers("y").copy(), table.numbers("treat").copy()
    driver = table.column("unit") == "U11"
    treat[driver] *= 6
    y[driver] += 3 * treat[driver]
    odd = Table({**table.columns, "y": y, "treat": treat}, "unit", "year")
    found = unit_influence(*made(STUDY, odd), [str(u) for u in table.column("unit")])
    assert found[0].unit == "U11"
    assert found[0].median_change < 0
    assert found[0].to_dict()["unit"] == "U11"
