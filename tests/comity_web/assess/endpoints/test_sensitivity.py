import pytest

import comity


@pytest.fixture
def library():
    return comity.PropensityModel.default().score(comity.load_panel(), year=2020, group="AFRICOM")


WHERE = "/sensitivity?year=2020&group=AFRICOM"


def test_a_tornado_is_the_librarys(program, library):
    found = program("vera").get(f"{WHERE}&kind=tornado&partner=Kenya&change=0.3")
    expected = library.tornado("KEN", change=0.3).to_dict()
    assert found["answer"]["bars"] == expected["bars"]


def test_the_smallest_swap_is_the_librarys(program, library):
    found = program("vera").get(f"{WHERE}&kind=swap&partner=KEN&other=UGA")
    assert found["answer"]["moved"] == library.smallest_swap("KEN", "UGA").moved


def test_shares_of_variance_are_the_librarys_for_a_seed(program, library):
    found = program("vera").get(f"{WHERE}&samples=16&seed=3")
    expected = library.sobol(samples=16, seed=3).rows()
    assert [one["total"] for one in found["answer"]["indices"]] == [
        one["total"] for one in expected
    ]


def test_the_same_with_weights_of_ones_own(program):
    sent = {
        "year": 2020,
        "kind": "tornado",
        "partner": "KEN",
        "construct_weights": {"governance": 4},
    }
    mine = program("vera").send("POST", "/sensitivity", sent)
    assert mine["answer"]["rank"] > 0
    assert mine["digest"] != comity.PropensityModel.default().digest


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("kind=tornado", 400),
        ("kind=swap&partner=KEN", 400),
        ("samples=100", 422),
        ("change=0", 422),
    ],
)
def test_what_is_incomplete_is_refused(program, query, status):
    program("vera").get(f"{WHERE}&{query}", status)
