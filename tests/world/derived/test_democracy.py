"""Components of democracy, recovered with the formula of V-Dem's codebook."""

import pandas as pd
import pytest

from comity.world.derived.democracy import POWER, derive
from comity.world.sources import vdem, vdem_owid
from tests.world.long_frame import assert_topic, long, look
from tests.world.sources.figures_of import series


def joined(electoral: float, component: float) -> float:
    """V-Dem's codebook: how an index is made of the electoral index and a component."""
    lifted = electoral**POWER
    return 0.25 * lifted + 0.25 * component + 0.5 * lifted * component


@pytest.mark.parametrize("electoral", [0.02, 0.3, 0.9])
@pytest.mark.parametrize("component", [0.0, 0.1, 0.55, 1.0])
def test_the_component_that_was_put_in_comes_out(electoral, component):
    frame = derive(
        long(
            2020,
            vdem__electoral_democracy=[electoral],
            vdem__liberal_democracy=[joined(electoral, component)],
        )
    )
    assert look(frame, "democracy.liberal_component", 2020) == pytest.approx(component, abs=1e-9)


@pytest.mark.parametrize("electoral", [0.02, 0.3, 0.9])
def test_rounding_in_the_file_moves_it_by_less_than_a_hundredth(electoral):
    given = {
        "vdem__electoral_democracy": [round(electoral + 0.00049, 3)],
        "vdem__egalitarian_democracy": [round(joined(electoral, 0.6) - 0.00049, 3)],
    }
    found = look(derive(long(2020, **given)), "democracy.egalitarian_component", 2020)
    assert found == pytest.approx(0.6, abs=0.01)


def test_the_index_alone_gives_no_component():
    assert derive(long(2020, vdem__liberal_democracy=[0.5])).empty


def test_volatility_needs_eight_years():
    frame = derive(long(2011, vdem__electoral_democracy=[0.4, 0.6] * 4))
    # Eight values, each 0.1 from the mean: sqrt(0.08 / 7).
    assert look(frame, "democracy.volatility_10", 2018) == pytest.approx((0.08 / 7) ** 0.5)
    assert look(frame, "democracy.volatility_10", 2017) is None


def test_the_description_names_every_indicator():
    scores = [0.25, 0.5] * 5
    names = ("electoral", "liberal", "participatory", "deliberative", "egalitarian")
    given = {f"vdem__{name}_democracy": scores for name in names}
    assert_topic("democracy", derive(long(2011, **given)))


@pytest.mark.publisher
def test_components_of_the_publishers_file_lie_between_nought_and_one(publisher_data):
    """The formula is right only if no recovered component leaves its scale before clipping."""
    frame = vdem.parse(publisher_data / "vdem")
    electoral = series(frame, "vdem.electoral_democracy") ** POWER
    for name in ("liberal", "participatory", "deliberative", "egalitarian"):
        index = series(frame, f"vdem.{name}_democracy")
        component = ((index - electoral / 4) / (0.25 + electoral / 2)).dropna()
        assert len(component) > 6_500
        assert component.between(-0.01, 1.0).all()


@pytest.mark.publisher
def test_checks_on_the_executive_go_with_the_rule_of_law_of_another_release(publisher_data):
    """Other source: V-Dem v16's rule of law is one of the things in the liberal component."""
    components = derive(vdem.parse(publisher_data / "vdem"))
    law = series(vdem_owid.parse(publisher_data / "vdem"), "vdem_owid.rule_of_law")
    liberal = series(components, "democracy.liberal_component")
    both = pd.concat([liberal, law], axis=1, join="inner")
    assert both.corr(method="spearman").iloc[0, 1] > 0.85
