import pytest

from comity.reports.numbers_in_words import money, percent, points, rank_span, short, signed


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1234567.0, "1,230,000"),
        (0.034567, "0.0346"),
        (2021.0, "2,021"),
        (-12.345, "−12.3"),
        (0.0, "0"),
        (99.96, "100.0"),
        (3e-9, "3.0e-09"),
        (None, "–"),
        (float("nan"), "–"),
    ],
)
def test_short(value, said):
    assert short(value) == said


def test_money_and_shares():
    assert [money(x) for x in (1.64e9, 2_211_114.0, -22_533.0, 0.0, None)] == [
        "1.64\xa0bn", "2.21\xa0m", "−22.5\xa0k", "0", "–",
    ]  # fmt: skip
    assert [percent(x) for x in (0.5, 0.001, 0.999, 1.0, 0.0, None)] == [
        "50\xa0%", "<1\xa0%", ">99\xa0%", "100\xa0%", "0\xa0%", "–",
    ]  # fmt: skip
    assert points(-0.75) == "−75"
    assert signed(1.214) == "+1.21"


def test_intervals_of_ranks_are_rounded_outwards():
    assert rank_span(2.95, 31.05) == "2–32"
    assert rank_span(1.0, 1.0) == "1"
