import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.methods.qca_cases import Cases
from comity.methods.qca_solution import Kind
from comity.methods.qca_solve import solve
from comity.methods.qca_term import parse_term
from comity.methods.qca_truth_table import Cuts, Out, truth_table
from comity.terms.errors import InputError, UnknownName
from tests.methods.qca_examples import REFERENCE, brute_force, crisp_cases, reference_cases

STRICT = Cuts(inclusion=1)


def printed() -> dict[tuple[str, str], tuple[set[frozenset[str]], list[float]]]:
    """Models and overall inclusion, PRI and coverage in R QCA's results."""
    found = {}
    for block in (REFERENCE / "qca_results.txt").read_text().split("## ")[1:]:
        head, *lines = block.strip().splitlines()
        models = {frozenset(line.split(": ")[1].split(" + ")) for line in lines[:-1]}
        found[tuple(head.split())] = (models, [float(x) for x in lines[-1].split()[1:]])
    return found


@pytest.mark.parametrize(("name", "kind"), list(printed()))
def test_solutions_of_r_qca(name, kind):
    """R's QCA 3.25, minimize(): every tied model, and inclS, PRI, covS of the solution."""
    solution = solve(truth_table(reference_cases(name), Cuts(inclusion=0.8)), Kind(kind))
    models, fit = printed()[name, kind]
    assert {frozenset(model.texts) for model in solution.models} == models
    assert solution.tied == len(models)
    for model in solution.models:
        ours = [model.fit.inclusion, model.fit.pri, model.fit.coverage]
        assert ours == pytest.approx(fit, abs=5e-7)


def test_models_are_listed_as_r_lists_them():
    solution = solve(truth_table(reference_cases("crisp"), Cuts(inclusion=0.8)))
    assert str(solution).splitlines() == [
        "M1: A*B + C*~D*E",
        "M2: C*~D*E + B*~E*~F*~J",
        "M3: C*~D*E + B*~E*I*~J",
    ]


def test_intermediate_solution_of_the_interwar_democracies():
    """R QCA's manual: all five conditions expected present; one counterfactual is easy, row 30."""
    table = truth_table(reference_cases("lipset"), Cuts(inclusion=0.8))
    solution = solve(table, Kind.INTERMEDIATE, expectations=table.conditions)
    assert [str(model) for model in solution.models] == ["DEV*URB*LIT*STB + DEV*LIT*~IND*STB"]
    assert solution.models[0].assumed == 1


@pytest.mark.parametrize(
    ("expected", "term"), [("~A B C", "B*C"), ("~A ~B ~C", "C"), ("A B C", "A*B*C"), ("~A", "B*C")]
)
def test_one_positive_row_and_what_is_expected(expected, term):
    """One positive combination 111, and C alone is parsimonious; drop what defies expectation."""
    table = truth_table(crisp_cases(["111 1", "110 0", "000 0", "010 0", "100 0"]), STRICT)
    solution = solve(table, Kind.INTERMEDIATE, expectations=expected.split())
    assert [model.texts for model in solution.models] == [(term,)]


def test_without_expectations_intermediate_is_conservative_and_says_so():
    table = truth_table(reference_cases("fuzzy"), Cuts(inclusion=0.8))
    intermediate = solve(table, Kind.INTERMEDIATE)
    assert str(intermediate) == str(solve(table, Kind.CONSERVATIVE))
    assert any("No expectation" in note for note in intermediate.notes)


def test_planted_pair_of_conditions_is_found():
    """Success needs consistent funding and fit; money and size are noise, all rows seen."""
    rows = [f"{i:04b} {int(i & 0b1100 == 0b1100)}" for i in range(16)]
    cases = crisp_cases(rows)
    named = Cases(
        cases.names, ("consistent", "fit", "money", "size"), cases.sets, "built", cases.member
    )
    for kind in Kind:
        assert str(solve(truth_table(named, STRICT), kind)) == "M1: consistent*fit"


def observed(k: int):
    """Between 2 and 12 distinct combinations with an outcome each, both outcomes there."""
    return (
        st.dictionaries(st.integers(0, (1 << k) - 1), st.booleans(), min_size=2, max_size=12)
        .filter(lambda rows: len(set(rows.values())) == 2)
        .map(lambda rows: [f"{corner:0{k}b} {int(out)}" for corner, out in rows.items()])
    )


@settings(max_examples=150)
@given(observed(4))
def test_parsimonious_and_conservative_against_trying_everything(rows):
    table = truth_table(crisp_cases(rows), STRICT)
    positive, negative = set(table.corners(Out.PRESENT)), set(table.corners(Out.ABSENT))
    for kind, forbidden in (
        (Kind.PARSIMONIOUS, negative),
        (Kind.CONSERVATIVE, set(range(16)) - positive),
    ):
        solution = solve(table, kind)
        found = {frozenset(model.texts) for model in solution.models}
        assert found == brute_force(positive, forbidden, 4)
        assert len(solution.models) == solution.tied == len(found)


@settings(max_examples=100)
@given(observed(5), st.lists(st.sampled_from(["A", "~B", "C", "~D", "E"]), unique=True))
def test_every_solution_covers_all_positive_rows_and_no_negative_one(rows, expectations):
    table = truth_table(crisp_cases(rows), STRICT)
    for kind in Kind:
        wanted = expectations if kind is Kind.INTERMEDIATE else ()
        for model in solve(table, kind, expectations=wanted).models:
            terms = [parse_term(text, table.conditions) for text in model.texts]
            for row in table.rows:
                covered = any(term.covers(row.corner) for term in terms)
                assert covered is (row.out is Out.PRESENT)
            assert model.fit.inclusion == model.fit.coverage == 1


@settings(max_examples=60)
@given(observed(4), st.permutations(range(4)), st.randoms())
def test_order_of_cases_and_conditions_does_not_matter(rows, order, random):
    one = crisp_cases(rows)
    two = Cases(
        one.names,
        tuple(one.conditions[i] for i in order),
        one.sets[:, order],
        one.outcome,
        one.member,
    ).take(np.array(random.sample(range(len(rows)), len(rows))))
    for kind in Kind:
        answers = [
            {
                frozenset(frozenset(term.split("*")) for term in model.texts)
                for model in solve(truth_table(cases, STRICT), kind, expectations=expected).models
            }
            for cases in (one, two)
            for expected in [["A", "~C"] if kind is Kind.INTERMEDIATE else []]
        ]
        assert answers[0] == answers[1]


def test_an_excluded_row_is_not_used():
    """111 seen, 000 not there: A is a model; forbidding row 5 (100) takes it away."""
    table = truth_table(crisp_cases(["111 1", "000 0"]), STRICT)
    assert {str(m) for m in solve(table).models} == {"A", "B", "C"}
    assert {str(m) for m in solve(table, exclude=[5]).models} == {"B", "C"}
    with pytest.raises(InputError, match="Row 8 cannot be excluded"):
        solve(table, exclude=[8])
    with pytest.raises(InputError, match="Row 9 cannot be excluded"):
        solve(table, exclude=[9])


def test_contradictions_are_never_covered():
    rows = ["11 1"] * 4 + ["10 1", "10 0", "00 0"]
    table = truth_table(crisp_cases(rows), Cuts(inclusion=0.8, absence=0.4))
    assert table.corners(Out.CONTRADICTION) == (0b10,)
    assert {str(m) for m in solve(table).models} == {"B"}


def test_nothing_positive_says_how_far_off():
    table = truth_table(crisp_cases(["11 1", "11 0", "00 0"]), Cuts(inclusion=0.8))
    with pytest.raises(InputError, match=re.escape("best inclusion is 0.500")):
        solve(table)


@pytest.mark.parametrize("kind", [Kind.PARSIMONIOUS, Kind.INTERMEDIATE])
def test_nothing_negative_is_refused(kind):
    with pytest.raises(InputError, match="nothing to tell them from"):
        solve(truth_table(crisp_cases(["11 1", "00 1"])), kind)


def test_without_a_negative_row_the_conservative_solution_still_stands():
    """It sets the positive rows against all that was not seen."""
    table = truth_table(crisp_cases(["11 1", "10 1"]))
    assert str(solve(table, Kind.CONSERVATIVE)) == "M1: A"
    every = truth_table(crisp_cases(["11 1", "10 1", "01 1", "00 1"]))
    with pytest.raises(InputError, match="nothing to tell them from"):
        solve(every, Kind.CONSERVATIVE)


@pytest.mark.parametrize("expectation", ["A*B", "A ~A"])
def test_expectations_are_single_conditions_named_once(expectation):
    table = truth_table(crisp_cases(["11 1", "00 0"]))
    with pytest.raises(InputError, match="expectation"):
        solve(table, Kind.INTERMEDIATE, expectations=expectation.split())


def test_unknown_expectation_is_named():
    table = truth_table(crisp_cases(["11 1", "00 0"]))
    with pytest.raises(UnknownName):
        solve(table, Kind.INTERMEDIATE, expectations=["Q"])


def test_notes_tell_what_a_reader_should_know():
    cases = crisp_cases(["11 1", "11 1", "11 0", "00 0"], clusters=["x", "x", "y", "y"])
    notes = " ".join(solve(truth_table(cases, Cuts(inclusion=0.6))).notes)
    assert "without the outcome: c2." in notes
    assert "2 models tie" in notes
    assert "not independent" in notes
    weak = " ".join(solve(truth_table(reference_cases("fuzzy"), Cuts(inclusion=0.8))).notes)
    assert "PRI below 0.5: 1, 17, 19" in weak


def test_the_word_effect_is_not_used():
    answer = str(solve(truth_table(reference_cases("fuzzy"), Cuts(inclusion=0.8))).to_dict())
    assert not re.search(r"\beffect", answer)
