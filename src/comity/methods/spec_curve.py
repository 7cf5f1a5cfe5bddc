"""What many specifications say together: shares, what moves the estimate, the null."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class CurveSummary:
    """Shares and quantiles over the specifications that could be estimated.

    Parameters
    ----------
    specifications, failed
        How many there are, and how many of them could not be estimated.
    median, low, high
        Median estimate, and 2.5th and 97.5th percentile.
    positive, negative
        Shares by sign.
    significant, significant_positive, significant_negative
        Shares with p below the level.
    mean_absolute_t
        Mean of the absolute t statistics.
    """

    specifications: int
    failed: int
    median: float
    low: float
    high: float
    positive: float
    negative: float
    significant: float
    significant_positive: float
    significant_negative: float
    mean_absolute_t: float


def summarise_curve(
    estimate: FloatArray, statistic: FloatArray, p_value: FloatArray, level: float = 0.05
) -> CurveSummary:
    """Summarise a curve; NaN estimates count as failed.

    Parameters
    ----------
    estimate, statistic, p_value
        One of each for every specification ``(S,)``.
    """
    known = np.isfinite(estimate) & np.isfinite(p_value)
    e, t, p = estimate[known], statistic[known], p_value[known]
    if len(e) == 0:
        return CurveSummary(len(estimate), len(estimate), *([float("nan")] * 9))
    low, median, high = np.quantile(e, [0.025, 0.5, 0.975])
    hit = p < level
    return CurveSummary(
        len(estimate),
        int((~known).sum()),
        float(median),
        float(low),
        float(high),
        float((e > 0).mean()),
        float((e < 0).mean()),
        float(hit.mean()),
        float((hit & (e > 0)).mean()),
        float((hit & (e < 0)).mean()),
        float(np.abs(t).mean()),
    )


def curve_statistics(
    estimate: FloatArray, statistic: FloatArray, p_value: FloatArray, level: float = 0.05
) -> FloatArray:
    """Statistics for inference on a whole curve (:cite:p:`simonsohn2020`) ``(3,)``.

    The absolute median estimate, the larger of the two shares that are significant with one sign,
    and the absolute mean t.
    """
    known = np.isfinite(estimate) & np.isfinite(p_value)
    e, t, hit = estimate[known], statistic[known], p_value[known] < level
    if len(e) == 0:
        return np.zeros(3)
    share = max(float((hit & (e > 0)).mean()), float((hit & (e < 0)).mean()))
    return np.array([abs(float(np.median(e))), share, abs(float(t.mean()))])


CURVE_STATISTICS = ("absolute median", "share significant with one sign", "absolute mean t")


@dataclass(frozen=True, slots=True)
class ExplainedBy:
    """How much of the estimate's variance over specifications one choice explains.

    Parameters
    ----------
    choice
        Name of the choice.
    alternatives
        How many alternatives occur.
    alone
        Share of the variance between the alternatives' means.
    last
        Share that is lost when the choice alone is left out of an additive model of all choices.
    """

    choice: str
    alternatives: int
    alone: float
    last: float


def explain_variance(
    estimate: FloatArray, choices: Mapping[str, IntArray]
) -> tuple[tuple[ExplainedBy, ...], float]:
    """Share of the variance of the estimates that each choice explains.

    Parameters
    ----------
    estimate
        ``(S,)``; NaN is left out.
    choices
        Code of the alternative that each specification took, by choice ``(S,)``.

    Returns
    -------
    tuple
        One record for each choice with two or more alternatives, and the share that an additive
        model of all choices explains; the rest is their interplay.
    """
    known = np.isfinite(estimate)
    y = estimate[known] - estimate[known].mean() if known.any() else estimate[known]
    total = float(y @ y)
    coded = {name: np.unique(c[known], return_inverse=True)[1] for name, c in choices.items()}
    coded = {name: c.reshape(-1) for name, c in coded.items() if c.size and c.max() > 0}
    if total <= 0 or not coded:
        return (), float("nan")
    full = _explained(y, coded) / total
    found = []
    for name, code in coded.items():
        others = {n: c for n, c in coded.items() if n != name}
        without = _explained(y, others) / total if others else 0.0
        alone = _explained(y, {name: code}) / total
        found.append(ExplainedBy(name, int(code.max()) + 1, alone, max(full - without, 0.0)))
    return tuple(sorted(found, key=lambda item: -item.alone)), full


def _explained(y: FloatArray, coded: Mapping[str, IntArray]) -> float:
    """Sum of squares that an additive model of the choices explains."""
    blocks = [np.eye(int(code.max()) + 1)[:, 1:] for code in coded.values()]
    width = 1 + sum(b.shape[1] for b in blocks)
    cross, right = np.zeros((width, width)), np.zeros(width)
    for start in range(0, len(y), 100_000):
        part = slice(start, start + 100_000)
        rows = [b[code[part]] for b, code in zip(blocks, coded.values(), strict=True)]
        X = np.hstack([np.ones((len(y[part]), 1)), *rows])
        cross += X.T @ X
        right += X.T @ y[part]
    beta = np.linalg.lstsq(cross, right, rcond=1e-12)[0]
    return float(beta @ right)
