"""Difference and system GMM of an outcome that depends on its own past."""

from dataclasses import dataclass, field

import numpy as np

from comity.methods.formula import Formula, term_name
from comity.methods.gmm_estimate import one_step, two_step
from comity.methods.gmm_instruments import Past, instruments_of
from comity.methods.gmm_rows import Panel, lay_out, stack_equations
from comity.methods.gmm_tests import overidentification, serial_correlation
from comity.methods.panel_columns import Table
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError, UnknownName


@dataclass(frozen=True, slots=True, eq=False)
class GmmPanel:
    """A fitted dynamic panel.

    Parameters
    ----------
    estimator
        In words.
    names, beta, covariance
        Terms, the intercept and period effects ``(K,)``, ``(K, K)``.
    terms
        How many of these belong to the formula; the rest are intercept and period effects.
    nobs, units
        Rows of the equation in levels (of the differenced one without it), and units.
    instruments
        Names of the instruments.
    statistics
        Hansen's and Sargan's tests, ``ar1``, ``ar2`` with their p-values.
    """

    estimator: str
    names: tuple[str, ...]
    beta: FloatArray
    covariance: FloatArray
    terms: int
    nobs: int
    units: int
    instruments: tuple[str, ...]
    statistics: dict[str, float] = field(default_factory=dict)

    @property
    def std_errors(self) -> FloatArray:
        """Standard errors ``(K,)``."""
        return np.sqrt(np.diag(self.covariance))


def fit_gmm(
    table: Table,
    formula: Formula,
    *,
    predetermined: tuple[str, ...] = (),
    endogenous: tuple[str, ...] = (),
    system: bool = True,
    steps: int = 2,
    collapse: bool = True,
    deepest: int | None = None,
    period_effects: bool = True,
) -> GmmPanel:
    """Estimate by difference GMM, or by system GMM, which adds the equation in levels.

    Parameters
    ----------
    table
        With unit and period named.
    formula
        With lags of the outcome among its terms, such as ``y ~ l(y, 1) + x``, and no bars.
    predetermined, endogenous
        Terms that answer to past errors, and to present ones; lags of these go with them, and the
        other terms are strictly exogenous.
    system
        Whether the levels are used too: they need changes that do not go with the unit's own
        level (:cite:p:`blundell1998`).
    steps
        1 (robust errors) or 2 (Windmeijer's).
    collapse, deepest
        See ``instruments_of``.
    period_effects
        Whether each period has an effect of its own.

    References
    ----------
    :cite:p:`arellano1991,blundell1998,windmeijer2005`, with the conventions of
    :cite:p:`roodman2009how`.

    Raises
    ------
    InputError
        If no lag of the outcome is a term, or ``steps`` is neither 1 nor 2.
    UnknownName
        If a term that is called predetermined or endogenous is not in the formula.
    DataMissing
        If the instruments do not identify every coefficient.
    """
    if steps not in {1, 2}:
        raise InputError(f"GMM takes one step or two, not {steps}.")
    lags = _own_lags(formula)
    panel = lay_out(table, formula)
    for name in (*predetermined, *endogenous):
        if name not in panel.names:
            raise UnknownName("term of the formula", name, panel.names)
    equations = stack_equations(panel, system=system, period_effects=period_effects)
    pasts = _pasts(panel, str(formula.outcome), lags, predetermined, endogenous)
    inside = {*lags, *predetermined, *endogenous, *_lags_of(formula, (*predetermined, *endogenous))}
    ordinary = np.array([name not in inside for name in equations.names])
    names, Z = instruments_of(equations, pasts, ordinary, deepest=deepest, collapse=collapse)
    if Z.shape[1] < equations.X.shape[1]:
        raise DataMissing(
            f"{Z.shape[1]} instruments cannot identify {equations.X.shape[1]} coefficients;"
            " allow deeper lags or leave out terms."
        )
    first = one_step(equations, Z)
    second = two_step(equations, Z, first)
    chosen = second if steps == 2 else first
    statistics = overidentification(equations, Z, first, second)
    for order in (1, 2):
        z, p = serial_correlation(equations, Z, chosen, order)
        statistics |= {f"ar{order}": z, f"ar{order}_p": p}
    kind = "system" if system else "difference"
    return GmmPanel(
        f"{kind} GMM, {'one step' if steps == 1 else 'two steps'}",
        equations.names,
        chosen.beta,
        chosen.covariance,
        len(panel.names),
        int((equations.level if system else ~equations.level).sum()),
        len(np.unique(equations.unit)),
        names,
        statistics,
    )


def _own_lags(formula: Formula) -> tuple[str, ...]:
    own = _lags_of(formula, (formula.outcome.variable,))
    if not own or formula.outcome.function:
        raise InputError(
            "A dynamic panel needs a lag of the outcome, itself a plain column, among its terms:"
            " y ~ l(y, 1) + x."
        )
    return own


def _lags_of(formula: Formula, variables: tuple[str, ...]) -> tuple[str, ...]:
    """Terms that are lags of some columns."""
    alone = [term for term in formula.terms if len(term) == 1 and term[0].function == "l"]
    return tuple(term_name(term) for term in alone if term[0].variable in variables)


def _pasts(
    panel: Panel,
    outcome: str,
    lags: tuple[str, ...],
    predetermined: tuple[str, ...],
    endogenous: tuple[str, ...],
) -> tuple[Past, ...]:
    grids = dict(zip(panel.names, panel.terms, strict=True))
    more = [Past(name, grids[name], 1) for name in predetermined if name not in lags]
    more += [Past(name, grids[name], 2) for name in endogenous if name not in lags]
    return (Past(outcome, panel.outcome, 2), *more)
