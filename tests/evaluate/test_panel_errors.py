import numpy as np
import pytest

from comity.evaluate.panel_errors import Errors, blocks_of, covariance_of, parse_errors
from comity.evaluate.panel_run import fit_panel
from comity.methods.formula import parse_formula
from comity.terms.errors import InputError
from tests.evaluate.small_study import planted_table

LINEAR = parse_formula("y ~ treat + confounder | unit + year")


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("iid", "iid", "iid"),
        ("HC3", "HC3", "HC3"),
        ("unit+year", "cluster", "unit + year"),
        ("region^year", "cluster", "region^year"),
        ("CR3 : unit", "CR3", "CR3: unit"),
    ],
)
def test_written_and_read(text, kind, written):
    found = parse_errors(text)
    assert found.kind == kind
    assert str(found) == written
    assert parse_errors(written) == found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("HC9",), "'HC9'"),
        (("cluster",), "need clusters"),
        (("iid", (("unit",),)), "take no clusters"),
        (("CR3", (("unit",), ("year",))), "one clustering variable"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments, words):
    with pytest.raises(InputError, match=words):
        Errors(*arguments)


@pytest.mark.parametrize(
    "text", ["iid", "hetero", "HC2", "HC3", "unit", "unit + year", "CR3: unit"]
)
def test_every_kind_gives_positive_errors_of_like_size(text):
    errors = parse_errors(text)
    fit = fit_panel(planted_table(), LINEAR, errors)
    found = covariance_of(fit, errors).std_errors
    plain = covariance_of(fit, Errors("iid")).std_errors
    assert (found > plain / 3).all()
    assert (found < plain * 3).all()


def test_cr3_needs_least_squares():
    poisson = fit_panel(
        planted_table(),
        parse_formula("count ~ treat | unit"),
        parse_errors("unit"),
        family="poisson",
    )
    with pytest.raises(InputError, match="CR3 errors are for least squares"):
        covariance_of(poisson, parse_errors("CR3: unit"))


def test_blocks_hold_terms_then_outcome():
    fit = fit_panel(planted_table(), LINEAR, parse_errors("unit"))
    blocks = blocks_of(fit)
    assert len(blocks) == 40
    assert blocks.width == 3
    assert np.allclose(blocks.total, blocks.total.T)
