import pytest

from comity_web.assess.scored import (
    default_model,
    intervals_of,
    opening_year,
    score_now,
    scores_of,
)
from comity_web.world.actions import change_group, create_group


@pytest.fixture
def horn(people):
    return create_group("Horn", members=["ETH", "KEN", "DJI"], by=people["petra"])


def test_scores_are_the_models_own_and_kept(db):
    wanted = default_model().score
    from comity_web.world.evidence import panel

    scores = scores_of(2020, "AFRICOM")
    assert scores.rank.tolist() == wanted(panel(), year=2020, group="AFRICOM").rank.tolist()
    assert scores_of(2020, "AFRICOM") is scores


def test_a_teams_own_group_is_scored_like_any_other(horn):
    scores = scores_of(2022, "HORN")
    assert scores.partners == ("DJI", "ETH", "KEN")
    assert scores.group == "HORN"
    everybody = scores_of(2022)
    for i, partner in enumerate(scores.partners):
        assert scores.overall[i] == pytest.approx(everybody.overall[everybody.row(partner)])
    assert sorted(scores.rank) == [1, 2, 3]


def test_a_changed_group_is_scored_anew(horn, people):
    before = scores_of(2022, "HORN"), intervals_of(2022, "HORN")
    change_group(horn, by=people["petra"], expected=1, title="Horn", members=["ETH", "KEN"])
    assert scores_of(2022, "HORN").partners == ("ETH", "KEN")
    assert intervals_of(2022, "HORN").partners == ("ETH", "KEN")
    assert before[0].partners == before[1].partners == ("DJI", "ETH", "KEN")


def test_scoring_now_keeps_nothing(db):
    assert score_now(2020, None, default_model()) is not score_now(2020, None, default_model())


def test_pages_open_with_the_reference_year():
    assert opening_year() == default_model().reference.year
