"""Standard errors of a linear or Poisson model: iid, heteroskedastic, one-way and two-way clusters.

The default small-sample rule is fixest's: (n - 1) / (n - K) with the fixed effects that lie within
a cluster not counted in K, G / (G - 1) with the smallest G, and t with min(G) - 1 degrees
(:cite:p:`berge2018`; fixest's vignette on standard errors). Two-way clusters add and subtract
one-way ones (:cite:p:`cameron2011`), and a matrix that comes out with a negative variance is mended.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import sparse

from comity.methods.panel_demean import dense_codes, nested_in
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

FIXEF_K = ("none", "nested", "full")
KINDS = ("iid", "hetero", "HC2", "HC3", "cluster", "CR3")


@dataclass(frozen=True, slots=True)
class SmallSample:
    """A small-sample rule in fixest's terms; the defaults are fixest's.

    Parameters
    ----------
    adjust
        Whether variances are multiplied by (n - 1) / (n - K); n / (n - K) for ``hetero``.
    fixef_k
        Which fixed effects K counts: ``none``, ``nested`` (all but those within a cluster) or
        ``full``.
    cluster_adjust
        Whether clustered variances are multiplied by G / (G - 1).
    cluster_df, t_df
        With two-way clusters, whether the smallest G is used (``min``) or each one's own
        (``conventional``; for ``t_df`` that is n - K).
    """

    adjust: bool = True
    fixef_k: str = "nested"
    cluster_adjust: bool = True
    cluster_df: str = "min"
    t_df: str = "min"

    def __post_init__(self) -> None:
        """Refuse unknown choices."""
        if self.fixef_k not in FIXEF_K:
            raise InputError(
                f"fixef_k is {self.fixef_k!r}; give one of {', '.join(map(repr, FIXEF_K))}."
            )
        for name in ("cluster_df", "t_df"):
            if getattr(self, name) not in {"min", "conventional"}:
                raise InputError(f"{name} must be 'min' or 'conventional'.")

    def __str__(self) -> str:
        """Return the rule as fixest writes it."""
        return (
            f"ssc(adj={str(self.adjust).upper()}, fixef.K='{self.fixef_k}',"
            f" cluster.adj={str(self.cluster_adjust).upper()}, cluster.df='{self.cluster_df}',"
            f" t.df='{self.t_df}')"
        )


FIXEST = SmallSample()


@dataclass(frozen=True, slots=True, eq=False)
class Sandwich:
    """What standard errors are made of.

    Parameters
    ----------
    bread
        Inverse of the cross product or of the Hessian ``(K, K)``.
    scores
        Score of each row ``(n, K)``.
    dispersion
        Residual variance with n - 1 degrees; 1 for Poisson.
    effects
        Codes of each fixed effect ``(n,)``.
    leverage
        Leverage of each row, with the fixed effects ``(n,)``; only ``HC2`` and ``HC3`` need it.
    """

    bread: FloatArray
    scores: FloatArray
    dispersion: float
    effects: tuple[IntArray, ...] = ()
    leverage: FloatArray | None = None

    @property
    def nobs(self) -> int:
        """Rows."""
        return len(self.scores)


@dataclass(frozen=True, slots=True, eq=False)
class Covariance:
    """Covariance of the coefficients and how it was made.

    Parameters
    ----------
    matrix
        ``(K, K)``.
    degrees
        Degrees of freedom for t.
    description, small_sample
        The kind of errors and the small-sample rule, in words.
    clusters
        Number of clusters by clustering variable.
    notes
        Warnings.
    """

    matrix: FloatArray
    degrees: float
    description: str
    small_sample: str
    clusters: dict[str, int]
    notes: tuple[str, ...] = ()

    @property
    def std_errors(self) -> FloatArray:
        """Standard errors ``(K,)``."""
        return np.sqrt(np.diag(self.matrix))


def counted_parameters(
    coefficients: int,
    effects: Sequence[IntArray],
    clusters: Sequence[IntArray],
    rule: str,
) -> int:
    """K of the small-sample rule.

    Each fixed effect after the first counts one level less. An effect within a cluster is taken
    out whole under ``nested``, and one is put back for each that was.
    """
    levels = [dense_codes(code)[1] for code in effects]
    if rule == "none" or not levels:
        return coefficients
    total = coefficients + sum(levels) - (len(levels) - 1)
    if rule == "full":
        return total
    nested = [any(nested_in(code, cluster) for cluster in clusters) for code in effects]
    within = sum(count for count, inside in zip(levels, nested, strict=True) if inside)
    return total - within + sum(nested)


def residual_degrees(nobs: int, parameters: int) -> int:
    """Rows less parameters.

    Raises
    ------
    InputError
        If nothing is left.
    """
    if nobs <= parameters:
        raise InputError(
            f"The model has {parameters} parameters but {nobs} rows;"
            " leave out terms or fixed effects, or widen the sample."
        )
    return nobs - parameters


def plain_covariance(parts: Sandwich, kind: str = "iid", rule: SmallSample = FIXEST) -> Covariance:
    """Covariance without clusters: ``iid``, ``hetero`` (HC1), ``HC2`` or ``HC3``.

    Raises
    ------
    InputError
        If the kind is another one.
    """
    counted = counted_parameters(parts.bread.shape[0], parts.effects, (), rule.fixef_k)
    free = residual_degrees(parts.nobs, counted)
    if kind == "iid":
        factor = (parts.nobs - 1) / free if rule.adjust else 1.0
        matrix = parts.bread * parts.dispersion * factor
        return Covariance(matrix, free, "iid", str(rule), {})
    if kind not in {"hetero", "HC2", "HC3"}:
        raise InputError(f"There are no {kind!r} errors; choose one of {', '.join(KINDS)}.")
    if kind == "hetero":
        factor = parts.nobs / free if rule.adjust else 1.0
        matrix = parts.bread @ (parts.scores.T @ parts.scores) @ parts.bread * factor
        return Covariance(matrix, free, "heteroskedastic (HC1)", str(rule), {})
    scores = parts.scores / _kept_share(parts)[:, None] ** (0.5 if kind == "HC2" else 1.0)
    matrix = parts.bread @ (scores.T @ scores) @ parts.bread
    return Covariance(matrix, free, f"heteroskedastic ({kind})", f"{kind} leverage", {})


def _kept_share(parts: Sandwich) -> FloatArray:
    """One less leverage; a row that fits itself has no residual and stays out ``(n,)``."""
    if parts.leverage is None:
        raise InputError("HC2 and HC3 need the leverage of each row.")
    kept = 1 - parts.leverage
    return np.where(kept > 1e-10, kept, 1.0)


def cluster_covariance(
    parts: Sandwich, clusters: Mapping[str, IntArray], rule: SmallSample = FIXEST
) -> Covariance:
    """Covariance with clusters in one or two ways (CR1).

    Parameters
    ----------
    clusters
        Codes of each clustering variable by its name, each ``(n,)``.

    Raises
    ------
    InputError
        If there is one cluster only, or more than two ways.
    """
    names, ways = list(clusters), [dense_codes(code) for code in clusters.values()]
    _check_ways(names, [count for _, count in ways])
    counts = {name: count for name, (_, count) in zip(names, ways, strict=True)}
    smallest = min(counts.values())
    matrix = np.zeros_like(parts.bread)
    for size in range(1, len(ways) + 1):
        for chosen in combinations(ways, size):
            code, count = _intersection([way for way, _ in chosen])
            meat = meat_of(parts.scores, code, count)
            groups = smallest if rule.cluster_df == "min" else count
            factor = groups / (groups - 1) if rule.cluster_adjust else 1.0
            matrix += (-1) ** (size + 1) * factor * meat
    counted = counted_parameters(
        parts.bread.shape[0], parts.effects, list(clusters.values()), rule.fixef_k
    )
    free = residual_degrees(parts.nobs, counted)
    matrix = parts.bread @ matrix @ parts.bread
    matrix *= (parts.nobs - 1) / free if rule.adjust else 1.0
    matrix, mended = nearest_psd(matrix) if len(ways) > 1 else (matrix, False)
    notes = (
        "The two-way covariance had a negative variance; its negative eigenvalues were set to zero.",
    )
    degrees = smallest - 1 if rule.t_df == "min" else free
    words = f"clustered by {' and '.join(names)} (CR1)"
    return Covariance(matrix, degrees, words, str(rule), counts, notes if mended else ())


def _check_ways(names: list[str], counts: list[int]) -> None:
    if not 1 <= len(names) <= 2:
        raise InputError(f"Clusters can be one-way or two-way, not {len(names)}-way.")
    for name, count in zip(names, counts, strict=True):
        if count < 2:
            raise InputError(f"The sample has a single cluster of {name!r}; choose another one.")


def _intersection(ways: Sequence[IntArray]) -> tuple[IntArray, int]:
    code = ways[0]
    for way in ways[1:]:
        code = code * (int(way.max()) + 1) + way
    return dense_codes(code)


def meat_of(scores: FloatArray, code: IntArray, count: int) -> FloatArray:
    """Sum of outer products of the clusters' summed scores ``(K, K)``."""
    rows = np.arange(len(code))
    add = sparse.csr_array((np.ones(len(code)), (code, rows)), shape=(count, len(code)))
    sums = np.asarray(add @ scores, dtype=np.float64)
    meat: FloatArray = sums.T @ sums
    return meat


def nearest_psd(matrix: FloatArray) -> tuple[FloatArray, bool]:
    """Matrix with its negative eigenvalues set to zero, and whether that was done.

    As in fixest, only a matrix with a negative variance on its diagonal is mended.
    """
    if (np.diag(matrix) >= 0).all():
        return matrix, False
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    return (vectors * np.maximum(values, 0)) @ vectors.T, True
