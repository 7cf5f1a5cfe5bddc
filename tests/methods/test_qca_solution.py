import numpy as np
import pytest

from comity.methods.qca_fit import sufficiency
from comity.methods.qca_solution import Kind, combinations_of, fit_models
from comity.methods.qca_solve import solve
from comity.methods.qca_term import parse_term, union
from comity.methods.qca_truth_table import Cuts, truth_table
from tests.methods.qca_examples import reference_cases


@pytest.fixture
def lipset():
    return truth_table(reference_cases("lipset"), Cuts(inclusion=0.8))


def test_fit_of_terms_and_solution_as_printed(lipset):
    """R's QCA on the Lipset data, parsimonious: inclS, PRI, covS, covU to three digits."""
    model = solve(lipset, Kind.PARSIMONIOUS).models[0]
    rows = [
        (t.text, *(f"{x:.3f}" for x in (t.fit.inclusion, t.fit.pri, t.fit.coverage, t.unique)))
        for t in model.terms
    ]
    assert rows == [
        ("DEV*~IND", "0.815", "0.721", "0.284", "0.194"),
        ("URB*STB", "0.874", "0.845", "0.520", "0.430"),
    ]
    whole = (model.fit.inclusion, model.fit.pri, model.fit.coverage)
    assert [f"{x:.3f}" for x in whole] == ["0.850", "0.819", "0.714"]


def test_unique_coverage_is_what_goes_when_the_term_goes(lipset):
    terms = tuple(parse_term(t, lipset.conditions) for t in ("DEV*~IND", "URB*STB", "LIT*STB"))
    sets, member = lipset.cases.sets, lipset.cases.member
    (model,) = fit_models([terms], lipset)
    for i, term in enumerate(model.terms):
        rest = [t for j, t in enumerate(terms) if j != i]
        expected = model.fit.coverage - sufficiency(union(rest, sets), member).coverage
        assert term.unique == pytest.approx(expected)


def test_assumed_rows_are_unseen_combinations(lipset):
    model = solve(lipset, Kind.PARSIMONIOUS).models[0]
    terms = [parse_term(t, lipset.conditions) for t in model.texts]
    covered = combinations_of(terms, 5)
    covered[[row.corner for row in lipset.rows]] = False
    assert model.assumed == covered.sum() == 12


def test_combinations_of_nothing_and_of_everything():
    assert not combinations_of([], 3).any()
    assert combinations_of([parse_term("A", "AB")], 2).tolist() == [False, False, True, True]


def test_a_single_term_is_all_its_own(lipset):
    (model,) = fit_models([(parse_term("STB", lipset.conditions),)], lipset)
    assert model.terms[0].unique == pytest.approx(model.fit.coverage)


def test_plain_values_for_json(lipset):
    answer = solve(lipset, Kind.CONSERVATIVE).to_dict()
    assert answer["solution"] == "conservative"
    assert answer["models"][0]["terms"] == ["DEV*~URB*LIT*~IND*STB", "DEV*URB*LIT*IND*STB"]
    assert set(answer["models"][0]["term_fits"][0]) >= {
        "term",
        "inclusion",
        "pri",
        "coverage",
        "unique_coverage",
    }
    assert answer["models"][0]["term_fits"][0]["cases"] == ["FI", "IE"]
    assert answer["truth_table"][0]["row"] == 1
    assert answer["provenance"]["recipe"].startswith("qca conservative")


def test_frame_and_text(lipset):
    solution = solve(lipset, Kind.PARSIMONIOUS)
    assert str(solution) == "M1: DEV*~IND + URB*STB"
    assert solution.to_frame()["term"].tolist() == ["DEV*~IND", "URB*STB"]
    assert np.isclose(solution.to_frame()["inclusion"], [0.8148148, 0.8737673]).all()
