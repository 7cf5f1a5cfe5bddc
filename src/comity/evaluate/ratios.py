"""Exponentials of coefficients: rate, odds and hazard ratios with their intervals."""

from typing import Any

import numpy as np

from comity.terms.estimate import Estimate


def ratio_rows(estimates: tuple[Estimate, ...], word: str) -> tuple[dict[str, Any], ...]:
    """One row for each coefficient but the intercept.

    Parameters
    ----------
    word
        Name of the column, such as ``odds_ratio``.
    """
    return tuple(
        {
            "estimator": estimate.estimator,
            "term": row.term,
            word: float(np.exp(row.estimate)),
            "low": float(np.exp(row.low)),
            "high": float(np.exp(row.high)),
        }
        for estimate in estimates
        for row in estimate.coefficients
        if row.term != "(Intercept)"
    )
