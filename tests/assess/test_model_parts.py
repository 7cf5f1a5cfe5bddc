import pytest

from comity.assess.model_parts import Construct, IndicatorUse, MissingRule
from comity.terms.errors import RecipeError
from comity.terms.indicator import Direction


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: IndicatorUse("x", transform="cube"), "log1p"),
        (lambda: IndicatorUse("x", direction=Direction.NEUTRAL), "higher or lower"),
        (lambda: MissingRule(rule="guess"), "group-median"),
        (lambda: MissingRule(max_age=-1), "zero years or more"),
        (lambda: MissingRule(drop_below=1.5), "drop_below"),
    ],
)
def test_bad_parts_say_what_is_allowed(make, said):
    with pytest.raises(RecipeError, match=said):
        make()


def test_a_construct_without_a_title_shows_its_id():
    assert Construct("a", (IndicatorUse("x"),)).label == "a"
    assert Construct("a", (IndicatorUse("x"),), "Alpha").label == "Alpha"
