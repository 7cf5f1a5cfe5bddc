import numpy as np
import pytest

from comity.methods.qca_cases import Cases
from comity.methods.qca_fit import necessity
from comity.methods.qca_necessity import necessary
from comity.terms.errors import InputError
from tests.methods.qca_examples import crisp_cases, reference_cases


def test_necessary_conditions_of_the_interwar_democracies():
    """R QCA's manual, superSubset on the Lipset data: LIT 0.991 0.509 0.643, STB 0.920 0.680 0.707."""
    rows = necessary(reference_cases("lipset"), inclusion=0.9, ron=0.5).to_dicts()
    told = [(r["expression"], *(f"{r[k]:.3f}" for k in ("inclN", "RoN", "covN"))) for r in rows]
    assert told == [("LIT", "0.991", "0.509", "0.643"), ("STB", "0.920", "0.680", "0.707")]


def test_an_alternative_is_the_greater_of_its_parts():
    cases = reference_cases("fuzzy")
    either = np.maximum(cases.sets[:, 0], 1 - cases.sets[:, 1])
    found = dict(necessary(cases, inclusion=0.8, ron=0.0, alternatives=2).found)
    assert found["A+~B"] == necessity(either, cases.member)


def test_an_alternative_with_a_necessary_part_is_left_out():
    cases = crisp_cases(["10 1", "11 1", "00 0", "01 0"])
    assert [text for text, _ in necessary(cases, alternatives=2).found] == ["A"]


def test_alternatives_that_only_together_are_necessary():
    cases = crisp_cases(["100 1", "010 1", "000 0", "001 0"])
    found = [text for text, _ in necessary(cases, alternatives=2, ron=0.5).found]
    assert "A+B" in found
    assert "A" not in found


def test_relevance_keeps_out_what_is_always_there():
    sets = np.column_stack([np.ones(20), [1.0] * 4 + [0.0] * 16])
    cases = Cases(tuple(map(str, range(20))), ("always", "telling"), sets, "Z", sets[:, 1])
    assert [text for text, _ in necessary(cases).found] == ["telling"]
    assert [text for text, _ in necessary(cases, ron=0).found] == ["always", "telling"]


@pytest.mark.parametrize("bad", [{"inclusion": 2}, {"ron": -1}, {"alternatives": 0}])
def test_impossible_questions_are_refused(bad):
    with pytest.raises(InputError):
        necessary(reference_cases("fuzzy"), **bad)


def test_plain_values_and_frame():
    result = necessary(reference_cases("lipset"))
    assert result.to_dict()["necessary"][0]["expression"] == "LIT"
    assert len(result.to_dict()["conditions"]) == 10
    assert result.to_frame()["necessary"].sum() == 2
