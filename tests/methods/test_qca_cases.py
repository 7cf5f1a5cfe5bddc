import numpy as np
import pytest

from comity.methods.qca_cases import MAX_CONDITIONS, Cases
from comity.terms.errors import InputError
from tests.methods.qca_examples import crisp_cases, reference_cases


def cases(sets, member=(1.0, 0.0), conditions=("A", "B")):
    return Cases(("x", "y"), conditions, np.array(sets), "Z", np.array(member))


def test_corner_is_the_combination_a_case_is_closest_to():
    assert cases([[0.6, 0.4], [0.1, 0.9]]).corners.tolist() == [0b10, 0b01]


def test_exactly_half_counts_as_absent_and_is_said():
    """R's QCA warns and takes membership above 0.5 only as present."""
    torn = cases([[0.5, 0.9], [0.1, 0.5]])
    assert torn.corners.tolist() == [0b01, 0b00]
    assert torn.on_the_fence == (
        "x is exactly 0.5 in A and counts as absent there",
        "y is exactly 0.5 in B and counts as absent there",
    )


def test_many_on_the_fence_are_counted():
    many = Cases(tuple("abcdefg"), ("A",), np.full((7, 1), 0.5), "Z", np.ones(7))
    assert len(many.on_the_fence) == 6
    assert many.on_the_fence[-1] == "and 2 more at exactly 0.5"


@pytest.mark.parametrize(("value", "said"), [(1.2, "1.2"), (-0.1, "-0.1"), (np.nan, "missing")])
def test_a_value_outside_the_scale_is_named(value, said):
    with pytest.raises(InputError, match=f"y, column 'B' is {said}"):
        cases([[1, 0], [0, value]])


def test_a_bad_outcome_is_named():
    with pytest.raises(InputError, match="column 'Z' is 3"):
        cases([[1, 0], [0, 1]], member=(1, 3))


def test_too_many_conditions_are_refused():
    k = MAX_CONDITIONS + 1
    with pytest.raises(InputError, match="at most 20"):
        Cases(("x",), tuple(f"c{i}" for i in range(k)), np.zeros((1, k)), "Z", np.zeros(1))


def test_nothing_is_refused():
    with pytest.raises(InputError, match="no cases"):
        Cases((), ("A",), np.zeros((0, 1)), "Z", np.zeros(0))


def test_sizes_that_differ_are_refused():
    with pytest.raises(InputError, match="Expected 2 by 2"):
        cases([[1, 0, 1], [0, 1, 1]])


def test_the_negated_outcome_and_back():
    fuzzy = reference_cases("fuzzy")
    assert fuzzy.negated().outcome == "~O"
    assert fuzzy.negated().negated().outcome == "O"
    assert np.allclose(fuzzy.negated().member, 1 - fuzzy.member)


def test_take_keeps_rows_together():
    some = crisp_cases(["10 1", "01 0", "11 1"], clusters=["k", "k", "l"]).take(np.array([2, 0]))
    assert some.names == ("c2", "c0")
    assert some.clusters == ("l", "k")
    assert some.member.tolist() == [1, 1]


def test_digest_follows_the_values():
    one, two = crisp_cases(["10 1", "01 0"]), crisp_cases(["10 1", "01 1"])
    assert one.digest == crisp_cases(["10 1", "01 0"]).digest != two.digest
    assert one.crisp
    assert not reference_cases("fuzzy").crisp
