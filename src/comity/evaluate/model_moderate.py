"""How the association of a treatment changes over a moderator."""

import numpy as np

from comity.evaluate.added_terms import with_terms
from comity.evaluate.model_answer import ModelAnswer
from comity.evaluate.panel_errors import Errors, covariance_of
from comity.evaluate.panel_run import estimate_of, fit_panel
from comity.methods.marginal import marginal_at
from comity.methods.panel_columns import Table
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError
from comity.terms.evaluation import DesignKind

POINTS = 21


def estimate_moderation(
    table: Table,
    formula: str,
    treatment: str,
    moderator: str,
    *,
    values: tuple[float, ...] = (),
    errors: Errors,
    weights: str = "",
    family: str = "gaussian",
) -> ModelAnswer:
    """Estimate the treatment's coefficient where the moderator takes given values.

    Parameters
    ----------
    formula
        The model without the treatment and the moderator; both and their product are added.
    values
        Where to look. Left out: the two values of a moderator that has two, else evenly from its
        5th to its 95th percentile.

    References
    ----------
    :cite:p:`brambor2006`.

    Raises
    ------
    InputError
        If a value lies outside the moderator's range in the sample.
    DataMissing
        If the product cannot be estimated.
    """
    _, parsed = with_terms(formula, (f"`{treatment}`*`{moderator}`",))
    fit = fit_panel(table, parsed, errors, weights=weights, family=family)
    covariance = covariance_of(fit, errors)
    plain = [name.replace("`", "") for name in fit.names]
    product = f"{treatment}:{moderator}"
    if treatment not in plain or product not in plain:
        raise DataMissing(
            f"{treatment} or its product with {moderator} says no more than the other terms;"
            " take another moderator or fewer effects."
        )
    place = [plain.index(treatment), plain.index(product)]
    inside = table.numbers(moderator)[fit.design.rows]
    at = _values(inside, values, moderator)
    degrees = float("inf") if fit.normal else covariance.degrees
    found = marginal_at(
        fit.beta[place], covariance.matrix[np.ix_(place, place)], at, degrees=degrees
    )
    columns = (found.values, found.estimate, found.std_error, found.p_value, found.low, found.high)
    names = (moderator, "estimate", "std_error", "p_value", "low", "high")
    table_rows = tuple(
        dict(zip(names, map(float, row), strict=True)) for row in zip(*columns, strict=True)
    )
    estimate = estimate_of(fit, covariance, table)
    p = estimate.coefficients[place[1]].p_value
    alone = (
        f"The coefficient of {treatment} alone is its size where {moderator} is zero, not an"
        " average."
    )
    product_says = (
        f"It changes with {moderator} (p = {p:.3g} for the product); each interval is for one"
        " value by itself."
    )
    return ModelAnswer(
        "moderate",
        estimate.outcome,
        DesignKind.PANEL,
        (estimate,),
        {"marginal": table_rows},
        (alone, product_says),
        "marginal",
    )


def _values(inside: FloatArray, values: tuple[float, ...], moderator: str) -> FloatArray:
    if values:
        at = np.array(values, dtype=float)
        low, high = float(inside.min()), float(inside.max())
        if (at < low).any() or (at > high).any():
            raise InputError(
                f"{moderator} runs from {low:g} to {high:g} in the sample; give values within."
            )
        return at
    different = np.unique(inside)
    if len(different) == 2:
        return different
    low, high = (float(np.percentile(inside, share)) for share in (5, 95))
    return np.linspace(low, high, POINTS)
