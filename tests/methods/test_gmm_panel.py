import numpy as np
import pandas as pd
import pytest

from comity.methods.formula import parse_formula
from comity.methods.gmm_panel import fit_gmm
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, InputError, UnknownName
from tests.conftest import ROOT
from tests.methods.test_dynamic_panel import panel

FOLDER = ROOT / "tests" / "reference" / "dynamic"


def reference_panel() -> Table:
    frame = pd.read_csv(FOLDER / "panel.csv")
    return Table({name: frame[name].to_numpy() for name in frame}, "unit", "year")


def printed(package, model):
    frame = pd.read_csv(FOLDER / f"{package}.csv")
    found = frame[frame["id"] == model].set_index("term")
    return found[["estimate", "std_error"]]


PLM = {
    "difference one": ("y ~ l(y, 1) + w + k", {"system": False, "steps": 1, "collapse": False}),
    "difference two": ("y ~ l(y, 1) + w + k", {"system": False, "collapse": False}),
    "difference two collapsed": ("y ~ l(y, 1) + w + k", {"system": False, "endogenous": ("w",)}),
    "difference two plain": (
        "y ~ l(y, 1) + w + k",
        {"system": False, "collapse": False, "period_effects": False},
    ),
    "system one": (
        "y ~ l(y, 1) + w",
        {"steps": 1, "collapse": False, "endogenous": ("w",), "deepest": 3},
    ),
    "system two collapsed": ("y ~ l(y, 1) + w", {"endogenous": ("w",)}),
}
PYDYNPD = {
    "system two collapsed": ("y ~ l(y, 1) + w + k", {"endogenous": ("w",)}),
    "system two": ("y ~ l(y, 1) + w + k", {"collapse": False, "deepest": 4}),
    "system one": ("y ~ l(y, 1) + w + k", {"collapse": False, "deepest": 4, "steps": 1}),
    "system two predetermined": (
        "y ~ l(y, 1) + w + k",
        {"deepest": 5, "predetermined": ("w",)},
    ),
    "difference two": (
        "y ~ l(y, 1) + w + k",
        {"system": False, "collapse": False, "deepest": 4, "endogenous": ("w",)},
    ),
    "difference two lags": ("y ~ l(y, 1) + l(y, 2) + w + k", {"system": False}),
}


@pytest.mark.parametrize("model", PLM)
def test_equal_to_plm(model):
    formula, options = PLM[model]
    theirs = printed("plm", model)
    fit = fit_gmm(reference_panel(), parse_formula(formula), **options)
    terms = [name for name in theirs.index if name not in {"hansen", "ar1", "ar2"}]
    assert fit.beta[: len(terms)] == pytest.approx(theirs.loc[terms, "estimate"], abs=1e-8)
    assert fit.std_errors[: len(terms)] == pytest.approx(theirs.loc[terms, "std_error"], abs=1e-6)
    if "two" in model:
        assert fit.statistics["hansen"] == pytest.approx(theirs.loc["hansen", "estimate"], abs=1e-6)
        assert fit.statistics["overidentifying"] == theirs.loc["hansen", "std_error"]
    for name in {"ar1", "ar2"} & set(theirs.index):
        assert fit.statistics[name] == pytest.approx(theirs.loc[name, "estimate"], abs=1e-6)


@pytest.mark.parametrize("model", PYDYNPD)
def test_equal_to_pydynpd(model):
    formula, options = PYDYNPD[model]
    theirs = printed("pydynpd", model)
    fit = fit_gmm(reference_panel(), parse_formula(formula), period_effects=False, **options)
    terms = [n for n in theirs.index if n not in {"hansen", "ar1", "ar2", "instruments"}]
    assert len(fit.names) == len(terms)
    assert fit.beta == pytest.approx(theirs.loc[terms, "estimate"], abs=1e-8)
    assert fit.std_errors == pytest.approx(theirs.loc[terms, "std_error"], abs=1e-6)
    assert fit.statistics["hansen"] == pytest.approx(theirs.loc["hansen", "estimate"], abs=1e-6)
    assert len(fit.instruments) == theirs.loc["instruments", "estimate"]
    for name in ("ar1", "ar2") if "two" in model else ():
        assert fit.statistics[name] == pytest.approx(theirs.loc[name, "estimate"], abs=1e-6)


def test_planted_persistence_is_recovered_where_the_within_estimator_fails():
    for system in (False, True):
        fit = fit_gmm(panel(), parse_formula("y ~ l(y, 1) + x"), system=system)
        assert fit.beta[:2] == pytest.approx([0.5, 0.7], abs=0.06)
        assert fit.statistics["hansen_p"] > 0.01
        assert fit.statistics["sargan_p"] > 0.01
        assert fit.statistics["ar1_p"] < 0.001 < fit.statistics["ar2_p"]


def test_sargans_test_has_its_nominal_size():
    """Equal, independent errors: rejections at 10 % in about a tenth of the draws."""
    p = [
        fit_gmm(panel(units=300, seed=s), parse_formula("y ~ l(y, 1) + x")).statistics["sargan_p"]
        for s in range(60)
    ]
    assert 1 <= sum(value < 0.1 for value in p) <= 14


def test_one_step_errors_are_the_simulated_spread():
    found = [
        fit_gmm(panel(units=150, seed=s), parse_formula("y ~ l(y, 1) + x")).beta[0]
        for s in range(60)
    ]
    fit = fit_gmm(panel(units=150, seed=99), parse_formula("y ~ l(y, 1) + x"))
    assert fit.std_errors[0] == pytest.approx(np.std(found), rel=0.4)


@pytest.mark.parametrize(
    ("formula", "options", "problem", "words"),
    [
        ("y ~ w", {}, InputError, "needs a lag of the outcome"),
        ("log(y) ~ l(y, 1)", {}, InputError, "plain column"),
        ("y ~ l(y, 1) | unit", {}, InputError, "no bars"),
        ("y ~ l(y, 1) + w", {"steps": 3}, InputError, "not 3"),
        ("y ~ l(y, 1) + w", {"endogenous": ("v",)}, UnknownName, "'v'"),
        ("y ~ l(y, 1) + l(y, 8)", {}, DataMissing, "periods in a row"),
        ("y ~ l(y, 1) + l(y, 2)", {"deepest": 2, "system": False}, DataMissing, "cannot identify"),
    ],
)
def test_refusals(formula, options, problem, words):
    with pytest.raises(problem, match=words):
        fit_gmm(reference_panel(), parse_formula(formula), **options)


def test_a_term_that_never_changes_is_named():
    table = reference_panel()
    columns = dict(table.columns) | {"still": np.ones(len(table))}
    with pytest.raises(DataMissing, match="still do not change"):
        fit_gmm(Table(columns, "unit", "year"), parse_formula("y ~ l(y, 1) + still"), system=False)
