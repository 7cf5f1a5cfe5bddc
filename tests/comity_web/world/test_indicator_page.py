import numpy as np

from comity_web.world.evidence import panel
from comity_web.world.indicator_page import MAX_AGE, through_the_years, values_in, years_of


def test_values_are_the_latest_by_the_year_highest_first():
    values = values_in("wgi.rule_of_law", 2020)
    assert [v.value for v in values] == sorted((v.value for v in values), reverse=True)
    assert all(2020 - MAX_AGE <= v.year <= 2020 for v in values)
    kenya = next(v for v in values if v.partner == "KEN")
    years, figures = panel().series("wgi.rule_of_law", "KEN")
    assert kenya.value == figures[np.flatnonzero(years == 2020)[0]]
    assert kenya.error > 0
    assert kenya.vintage.startswith("2024")


def test_without_a_standard_error_there_is_none_and_not_zero():
    assert values_in("unga.agreement_usa", 2020)[0].error is None


def test_the_way_through_the_years_covers_them_all():
    first, last = years_of("wgi.rule_of_law")
    table = through_the_years("wgi.rule_of_law").figure.table
    assert (table[0]["year"], table[-1]["year"]) == (first, last)
