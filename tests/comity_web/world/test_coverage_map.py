import numpy as np

from comity.world.partners import partners
from comity_web.world.actions import create_group
from comity_web.world.coverage_map import coverage_map
from comity_web.world.evidence import panel


def test_a_cell_is_the_share_of_states_with_a_value_of_that_year(db):
    found = coverage_map()
    row = next(r for r in found.rows if r.indicator == "wgi.rule_of_law")
    states = {p.id for p in partners().states(panel().years[1])}
    rows = panel().rows_of("wgi.rule_of_law")
    here = panel().partner[rows][panel().year[rows] == 2020]
    count = sum(panel().partners[i] in states for i in np.unique(here))
    cell = row.cells[found.years.index(2020)]
    assert cell.percent == round(100 * count / len(states))
    assert cell.shade == 5
    assert found.count == len(states)


def test_a_year_without_any_value_is_blank(db):
    found = coverage_map()
    row = next(r for r in found.rows if r.indicator == "wgi.rule_of_law")
    assert row.cells[found.years.index(1991)].shade == 0


def test_a_teams_own_group_is_counted(people):
    create_group("Two", members=["KEN", "UGA"], by=people["petra"])
    found = coverage_map("TWO")
    assert found.count == 2
    assert {c.percent for r in found.rows for c in r.cells} <= {0, 50, 100}
