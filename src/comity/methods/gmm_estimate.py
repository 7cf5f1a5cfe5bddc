"""Linear GMM of stacked panel equations: one step, two steps, and Windmeijer's correction."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from comity.methods.gmm_rows import Equations
from comity.methods.panel_vcov import meat_of
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing


@dataclass(frozen=True, slots=True, eq=False)
class GmmStep:
    """One step of GMM.

    Parameters
    ----------
    beta, covariance
        ``(K,)`` and ``(K, K)``: robust after one step, Windmeijer's after two.
    residuals
        ``(n,)``.
    weight
        Weight of the moments ``(L, L)``.
    bread
        ``(X'Z W Z'X)^-1`` ``(K, K)``.
    """

    beta: FloatArray
    covariance: FloatArray
    residuals: FloatArray
    weight: FloatArray
    bread: FloatArray


def one_step(equations: Equations, Z: FloatArray) -> GmmStep:
    """Weight the moments as if the errors were equal and independent.

    Raises
    ------
    DataMissing
        If the instruments cannot identify every coefficient.
    """
    spread = equations.errors_to_rows().T @ Z
    found = _solve(equations, Z, _inverse(spread.T @ spread))
    beta, residuals, weight, bread = found
    omega = _moments(equations, Z, residuals)
    half = bread @ (equations.X.T @ Z) @ weight
    return GmmStep(beta, half @ omega @ half.T, residuals, weight, bread)


def two_step(equations: Equations, Z: FloatArray, first: GmmStep) -> GmmStep:
    """Weight the moments by what the first step's residuals show of them.

    References
    ----------
    :cite:p:`windmeijer2005`: without his correction the errors are far too small.
    """
    weight = _inverse(_moments(equations, Z, first.residuals))
    beta, residuals, _, bread = _solve(equations, Z, weight)
    X, (n, k) = equations.X, equations.X.shape
    units = int(equations.unit.max()) + 1
    shape = (units, n)
    add = sparse.csr_array((np.ones(n), (equations.unit, np.arange(n))), shape=shape)
    own = np.asarray(add @ (Z * first.residuals[:, None]))
    tilt = weight @ (Z.T @ residuals)
    half = bread @ (X.T @ Z) @ weight
    change = np.empty((k, k))
    for j in range(k):
        by_term = np.asarray(add @ (Z * X[:, [j]]))
        change[:, j] = half @ (by_term.T @ (own @ tilt) + own.T @ (by_term @ tilt))
    matrix = bread + change @ bread + bread @ change.T + change @ first.covariance @ change.T
    return GmmStep(beta, matrix, residuals, weight, bread)


def _solve(
    equations: Equations, Z: FloatArray, weight: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    X, y = equations.X, equations.y
    cross = Z.T @ X
    scale = np.sqrt((X**2).sum(axis=0))
    scale = np.where(scale > 0, scale, 1.0)
    normal = (cross.T @ weight @ cross) / np.outer(scale, scale)
    if np.linalg.cond(normal) > 1e14:
        lost = [n for n, s in zip(equations.names, (X**2).sum(axis=0), strict=True) if s == 0]
        hint = f" {', '.join(lost)} do not change;" if lost else ""
        raise DataMissing(
            f"The instruments do not identify every coefficient;{hint} leave out terms or allow"
            " more lags as instruments."
        )
    bread = np.linalg.inv(normal) / np.outer(scale, scale)
    beta = bread @ (cross.T @ (weight @ (Z.T @ y)))
    return beta, y - X @ beta, weight, bread


def _moments(equations: Equations, Z: FloatArray, residuals: FloatArray) -> FloatArray:
    units = int(equations.unit.max()) + 1
    return meat_of(Z * residuals[:, None], equations.unit, units)


def _inverse(matrix: FloatArray) -> FloatArray:
    """Inverse of a positive matrix; the generalised one where moments repeat one another."""
    scale = np.sqrt(np.diag(matrix))
    scale = np.where(scale > 0, scale, 1.0)
    inner = np.linalg.pinv(matrix / np.outer(scale, scale), rcond=1e-12, hermitian=True)
    out: FloatArray = inner / np.outer(scale, scale)
    return out
