from comity_web.assess.questions import FIRST_YEAR, years_offered
from comity_web.world.evidence import panel


def test_years_are_the_panels_newest_first_and_hold_what_is_chosen():
    years = years_offered(1991)
    assert years[0] == panel().years[1]
    assert years == sorted(years, reverse=True)
    assert FIRST_YEAR in years
    assert 1991 in years
    assert 1992 not in years
