"""Ideal points: distance to the United States in the same session, with both errors."""

import pytest

from comity.terms.errors import FileError
from comity.world.sources.unga import WIDTH_90, parse
from tests.world.sources.figures_of import assert_as_described, cell, covered, series, value, write

HEADER = (
    '"","ccode","session","NVotesAll","IdealPointAll","QO%All","Q5%All","Q10%All","Q50%All",'
    '"Q90%All","Q95%All","Q100%All","iso3c","Countryname","USAgree","RUSSAgree","BrazilAgree",'
    '"ChinaAgree","IndiaAgree","IsraelAgree"\n'
)


def line(code: int, session: int, point: float, half: float, *, votes=80, usa="0.5") -> str:
    low, high = point - half, point + half
    return (
        f'"9",{code},{session},{votes},{point},-4,{low},{low},{point},{high},{high},4,"XXX",'
        f'"Place {code}",{usa},0.25,0.5,NA,0.5,0.5\n'
    )


USA = line(2, 56, 2.5, 0.3, usa="1")
KENYA = line(501, 56, -0.5, 0.4)


def test_session_56_is_2001_and_distance_takes_both_errors(tmp_path):
    frame = parse(write(tmp_path, "IdealpointestimatesAll_Jun2024.csv", HEADER + USA + KENYA))
    point, error = cell(frame, "unga.ideal_point", "KEN", 2001)
    assert point == -0.5
    assert error == pytest.approx(0.8 / WIDTH_90)
    distance, error = cell(frame, "unga.us_distance", "KEN", 2001)
    assert distance == 3.0
    # 0.6 and 0.8 make 1.0.
    assert error == pytest.approx(1.0 / WIDTH_90)


def test_the_yardstick_is_not_measured_by_itself(tmp_path):
    frame = parse(write(tmp_path, "a.csv", HEADER + USA + KENYA))
    for indicator in ("unga.us_distance", "unga.agreement_usa"):
        assert set(series(frame, indicator).index.get_level_values("partner")) == {"KEN"}
    assert value(frame, "unga.ideal_point", "USA", 2001) == 2.5


def test_shares_of_a_handful_of_votes_are_left_out_and_counted(tmp_path):
    frame = parse(write(tmp_path, "a.csv", HEADER + USA + KENYA + line(452, 56, 0, 1, votes=9)))
    assert ("GHA", 2001) not in series(frame, "unga.agreement_usa").index
    assert value(frame, "unga.us_distance", "GHA", 2001) == 2.5
    assert frame.attrs["dropped"] == [
        "Left out shares of equal votes that rest on fewer than 10 votes (1 row of all sessions)."
    ]


def test_a_share_that_is_missing_stays_missing(tmp_path):
    frame = parse(write(tmp_path, "a.csv", HEADER + USA + KENYA))
    assert "unga.agreement_china" not in set(frame["indicator"])


def test_a_session_without_the_united_states_is_refused(tmp_path):
    text = HEADER + USA + KENYA + line(501, 57, 0, 1)
    with pytest.raises(FileError, match="session 57 has no row of the United States") as caught:
        parse(write(tmp_path, "a.csv", text))
    assert caught.value.line == 4


def test_a_share_above_one_is_refused_with_its_line(tmp_path):
    with pytest.raises(
        FileError, match="'USAgree' says '50'; expected a number from 0 to 1"
    ) as caught:
        parse(write(tmp_path, "a.csv", HEADER + USA + line(501, 56, 0, 1, usa="50")))
    assert caught.value.line == 3


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    frame = parse(publisher_data / "unga-ideal-points")
    assert_as_described(frame, "unga")
    assert covered(frame, "unga.us_distance", 2022) >= 190
    distance = series(frame, "unga.us_distance").xs(2020, level="year").sort_values()
    # Bailey, Strezhnev and Voeten: Israel and the Anglo-American states are nearest.
    assert {"ISR", "GBR", "CAN"} <= set(distance.index[:8])
    assert set(distance.index[-12:]) & {"PRK", "SYR", "IRN", "CUB"}


@pytest.mark.publisher
def test_distance_falls_as_agreement_rises(publisher_data):
    """Other measure of the publisher: within a session the two orders are nearly opposite."""
    frame = parse(publisher_data / "unga-ideal-points")
    near = series(frame, "unga.us_distance").xs(2015, level="year")
    agree = series(frame, "unga.agreement_usa").xs(2015, level="year")
    assert near.corr(agree, method="spearman") < -0.85
