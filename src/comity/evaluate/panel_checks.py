"""Checks of one term of a panel model: bootstraps, permutation, clusters out, future treatment."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from comity.evaluate.panel_errors import Errors, blocks_of
from comity.evaluate.panel_run import fit_panel, run_panel
from comity.methods.cluster_bootstrap import cluster_bootstrap
from comity.methods.formula import Factor, Formula, parse_formula, term_name
from comity.methods.panel_columns import Table, value_label
from comity.methods.panel_jackknife import jackknife
from comity.methods.panel_ols import PanelFit
from comity.methods.permutation import permutation_test
from comity.methods.wild_bootstrap import wild_bootstrap
from comity.terms.errors import InputError, UnknownName


@dataclass(frozen=True, slots=True)
class Check:
    """Result of one check of one term.

    Parameters
    ----------
    check
        What was done.
    term
        The term that was checked.
    estimate, p_value, low, high
        The coefficient and what the check says about it; NaN where it says nothing.
    draws
        Draws that were made; 0 where there are none.
    reading
        What the numbers mean, in one sentence.
    """

    check: str
    term: str
    estimate: float
    p_value: float
    low: float
    high: float
    draws: int
    reading: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def check_wild(
    table: Table,
    formula: str,
    term: str,
    *,
    cluster: tuple[str, ...],
    weights: str = "",
    signs: str = "rademacher",
    draws: int = 9_999,
    seed: int = 1,
) -> Check:
    """Wild cluster bootstrap with the null of no association imposed."""
    fit, at = _fit_with(table, formula, term, cluster, weights)
    found = wild_bootstrap(
        blocks_of(fit), np.arange(len(fit.names)), len(fit.names), at,
        weights=signs, draws=draws, seed=seed,
    )  # fmt: skip
    how = "every sign vector once" if found.enumerated else f"seed {seed}"
    return Check(
        "wild cluster bootstrap",
        term,
        found.estimate,
        found.p_value,
        found.low,
        found.high,
        len(found.draws),
        f"{signs} weights over {found.clusters} clusters, {how}; the interval inverts the test.",
    )


def check_pairs(
    table: Table,
    formula: str,
    term: str,
    *,
    cluster: tuple[str, ...],
    weights: str = "",
    draws: int = 999,
    seed: int = 1,
) -> Check:
    """Pairs cluster bootstrap with a percentile interval."""
    fit, at = _fit_with(table, formula, term, cluster, weights)
    found = cluster_bootstrap(
        blocks_of(fit), np.arange(len(fit.names)), len(fit.names), draws=draws, seed=seed
    )
    below = float((found.draws[:, at] <= 0).mean())
    p = min(1.0, 2 * min(below, 1 - below) + 1 / draws)
    return Check(
        "pairs cluster bootstrap",
        term,
        float(found.beta[at]),
        p,
        float(found.low[at]),
        float(found.high[at]),
        draws,
        f"Bootstrap standard error {found.std_errors[at]:.6g}; percentile interval; seed {seed}.",
    )


def check_leave_out(
    table: Table, formula: str, term: str, *, cluster: tuple[str, ...], weights: str = ""
) -> Check:
    """Leave each cluster out in turn: ``low`` and ``high`` are the least and the greatest estimate."""
    fit, at = _fit_with(table, formula, term, cluster, weights)
    found = jackknife(blocks_of(fit), np.arange(len(fit.names)), len(fit.names))
    without, whole = found.without[:, at], float(found.beta[at])
    columns = [np.asarray(table.column(name))[fit.design.rows] for name in cluster]
    furthest = np.argsort(-np.abs(without - whole), kind="stable")[:3]
    named = ", ".join(
        f"{' '.join(value_label(column[found.labels[g]]) for column in columns)} ({without[g]:.4g})"
        for g in furthest
    )
    turned = int((np.sign(without) != np.sign(whole)).sum())
    return Check(
        "leave one cluster out",
        term,
        whole,
        float("nan"),
        float(without.min()),
        float(without.max()),
        len(without),
        f"Each of {len(without)} clusters out in turn; {turned} turn the sign. Furthest off"
        f" without {named}.",
    )


def check_permutation(
    table: Table,
    formula: str,
    term: str,
    *,
    cluster: tuple[str, ...],
    weights: str = "",
    draws: int = 999,
    seed: int = 1,
    scheme: str = "units",
) -> Check:
    """Compare the clustered t with its values under permutations of the term."""
    if not table.unit or not table.period:
        raise InputError("A permutation test needs the unit and the period to be named.")
    fit, _ = _fit_with(table, formula, term, cluster, weights)
    rows = fit.design.rows
    found = permutation_test(
        fit.design,
        fit.design.names.index(term),
        unit=table.column(table.unit)[rows],
        period=table.column(table.period)[rows],
        cluster=next(iter(fit.design.clusters.values())),
        draws=draws,
        seed=seed,
        scheme=scheme,
    )
    what = "whole histories among units" if scheme == "units" else "values within periods"
    return Check(
        "permutation",
        term,
        float(fit.beta[fit.names.index(term)]),
        found.p_value,
        float("nan"),
        float("nan"),
        draws,
        f"Permutes {what}; seed {seed}.",
    )


def check_future(
    table: Table, formula: str, term: str, *, errors: Errors, weights: str = "", lead: int = 1
) -> Check:
    """Add the future value of a term: it cannot have caused the present outcome.

    Raises
    ------
    InputError
        If the term is not a plain column of the formula.
    """
    parsed = parse_formula(formula)
    plain = Factor(term)
    if (plain,) not in parsed.terms:
        raise InputError(f"The placebo needs a plain column of the formula; {term!r} is none.")
    ahead = Factor(term, "f", float(lead))
    longer = Formula(
        parsed.outcome, (*parsed.terms, (ahead,)), parsed.intercept, parsed.effects,
        parsed.endogenous, parsed.instruments,
    )  # fmt: skip
    found = run_panel(table, str(longer), errors=errors, weights=weights)
    row = found[term_name((ahead,))]
    return Check(
        "future treatment",
        row.term,
        row.estimate,
        row.p_value,
        row.low,
        row.high,
        0,
        "A small p-value means that the outcome moves before the treatment: selection or"
        " anticipation, not a consequence.",
    )


def _fit_with(
    table: Table, formula: str, term: str, cluster: tuple[str, ...], weights: str
) -> tuple[PanelFit, int]:
    parsed = parse_formula(formula)
    if parsed.endogenous:
        raise InputError("Bootstrap and permutation checks are for least squares, not instruments.")
    fit = fit_panel(table, parsed, Errors("cluster", (cluster,)), weights=weights)
    if term not in fit.names:
        raise UnknownName("estimated term", term, fit.names)
    return fit, fit.names.index(term)
