"""Whether a dynamic panel's instruments can be believed: overidentification, serial correlation."""

import numpy as np
from scipy.special import chdtrc, ndtr

from comity.methods.gmm_estimate import GmmStep
from comity.methods.gmm_rows import Equations
from comity.terms.arrays import FloatArray

_REPEATED = 1e-11


def overidentification(
    equations: Equations, Z: FloatArray, first: GmmStep, second: GmmStep
) -> dict[str, float]:
    """Hansen's and Sargan's tests: a small p-value says that some instruments are not valid.

    Hansen's uses the two-step weights and allows for unequal errors, but weakens with many
    instruments; Sargan's does neither. NaN where there are no more instruments than coefficients.

    References
    ----------
    :cite:p:`hansen1982,sargan1958`.
    """
    scaled = Z / np.sqrt((Z**2).sum(axis=0))
    size = np.linalg.eigvalsh(scaled.T @ scaled)
    extra = int((size > _REPEATED * size.max()).sum()) - equations.X.shape[1]
    if extra <= 0:
        nothing = float("nan")
        return {"hansen": nothing, "hansen_p": nothing, "overidentifying": 0.0} | {
            "sargan": nothing, "sargan_p": nothing
        }  # fmt: skip
    moments, early = Z.T @ second.residuals, Z.T @ first.residuals
    changes = ~equations.level
    free = int(changes.sum()) - equations.X.shape[1]
    # A change holds two errors, so its variance is twice theirs.
    variance = float((first.residuals[changes] ** 2).sum()) / free / 2
    hansen = float(moments @ second.weight @ moments)
    sargan = float(early @ first.weight @ early) / variance
    return {
        "hansen": hansen,
        "hansen_p": float(chdtrc(extra, hansen)),
        "overidentifying": float(extra),
        "sargan": sargan,
        "sargan_p": float(chdtrc(extra, sargan)),
    }


def serial_correlation(
    equations: Equations, Z: FloatArray, step: GmmStep, order: int
) -> tuple[float, float]:
    """Arellano and Bond's test of the differenced residuals: z and two-sided p; NaN if no rows.

    Order 1 should be found, since changes share an error; order 2 should not, or the second lags
    are no valid instruments.

    References
    ----------
    :cite:p:`arellano1991`.
    """
    grid = np.zeros((int(equations.unit.max()) + 1, equations.periods))
    changes = np.flatnonzero(~equations.level)
    unit, period = equations.unit[changes], equations.period[changes]
    grid[unit, period] = step.residuals[changes]
    earlier = np.zeros(len(equations.y))
    held = period >= order
    earlier[changes[held]] = grid[unit[held], period[held] - order]
    if not earlier.any():
        return float("nan"), float("nan")
    by_unit = np.bincount(equations.unit, weights=earlier * step.residuals, minlength=len(grid))
    scores = np.column_stack(
        [np.bincount(equations.unit, weights=z * step.residuals, minlength=len(grid)) for z in Z.T]
    )
    slope = equations.X.T @ earlier
    half = step.bread @ (equations.X.T @ Z) @ step.weight
    variance = float(
        by_unit @ by_unit
        - 2 * slope @ half @ (scores.T @ by_unit)
        + slope @ step.covariance @ slope
    )
    z = float(by_unit.sum() / np.sqrt(variance)) if variance > 0 else float("nan")
    return z, float(2 * ndtr(-abs(z)))
