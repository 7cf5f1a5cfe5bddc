import pytest

from comity.assess.model import PropensityModel
from comity.cli.shared_matching import MatchOptions
from comity.terms.errors import InputError
from comity.world.load import load_panel


def test_a_single_year_and_a_span():
    panel = load_panel()
    scores = PropensityModel.default().score(panel, year=2020, group="AFRICOM")
    for years, shown in (("2019", "FY2019-2019"), ("2018-2020", "FY2018-2020")):
        matched = MatchOptions(funding_years=years).match(scores, panel, None)
        assert shown in matched.about[1]
        assert matched.unit.startswith("constant 2020 US$")
    with pytest.raises(InputError):
        MatchOptions(funding_years="x").match(scores, panel, None)
