"""Which standard errors a study asks for, as written: ``iid``, ``hetero``, ``unit + year``."""

from dataclasses import dataclass

import numpy as np

from comity.methods.formula import parse_effects
from comity.methods.panel_blocks import ClusterBlocks, cluster_blocks
from comity.methods.panel_jackknife import cr3_covariance, jackknife
from comity.methods.panel_ols import PanelFit, with_leverage
from comity.methods.panel_vcov import (
    FIXEST,
    KINDS,
    Covariance,
    SmallSample,
    cluster_covariance,
    plain_covariance,
)
from comity.terms.errors import InputError


@dataclass(frozen=True, slots=True)
class Errors:
    """Standard errors that are wanted.

    Parameters
    ----------
    kind
        One of ``iid``, ``hetero`` (HC1), ``HC2``, ``HC3``, ``cluster`` (CR1), ``CR3``.
    clusters
        Clustering variables, each the columns whose combinations it is.
    """

    kind: str = "iid"
    clusters: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what does not go together."""
        if self.kind not in KINDS:
            raise InputError(
                f"There are no {self.kind!r} errors; choose one of {', '.join(KINDS)}."
            )
        if self.kind in {"cluster", "CR3"} and not self.clusters:
            raise InputError(f"Errors of kind {self.kind!r} need clusters, such as the unit.")
        if self.kind not in {"cluster", "CR3"} and self.clusters:
            raise InputError(f"Errors of kind {self.kind!r} take no clusters; leave one out.")
        if self.kind == "CR3" and len(self.clusters) > 1:
            raise InputError("CR3 errors take one clustering variable.")

    def __str__(self) -> str:
        """Return the text that ``parse_errors`` reads."""
        ways = " + ".join("^".join(way) for way in self.clusters)
        return {"cluster": ways, "CR3": f"CR3: {ways}"}.get(self.kind, self.kind)


def parse_errors(text: str) -> Errors:
    """Read ``iid``, ``hetero``, ``HC2``, ``HC3``, ``unit``, ``unit + year`` or ``CR3: unit``.

    Examples
    --------
    >>> parse_errors("unit + year").clusters
    (('unit',), ('year',))
    >>> str(parse_errors("CR3:unit"))
    'CR3: unit'
    """
    plain = text.strip()
    if plain in {"iid", "hetero", "HC2", "HC3"}:
        return Errors(plain)
    lead, colon, rest = plain.partition(":")
    if colon and lead.strip() == "CR3":
        return Errors("CR3", parse_effects(rest))
    return Errors("cluster", parse_effects(plain))


def covariance_of(fit: PanelFit, errors: Errors, rule: SmallSample = FIXEST) -> Covariance:
    """Covariance of a fitted model.

    Raises
    ------
    InputError
        If CR3, HC2 or HC3 is asked of a model that is not least squares.
    """
    linear = fit.estimator.endswith("least squares") and not fit.design.endogenous_names
    if errors.kind in {"CR3", "HC2", "HC3"} and not linear:
        raise InputError(
            f"{errors.kind} errors are for least squares; choose CR1 clusters or hetero."
        )
    if errors.kind == "cluster":
        return cluster_covariance(fit.parts, fit.design.clusters, rule)
    if errors.kind == "CR3":
        blocks = blocks_of(fit)
        terms = np.arange(len(fit.names))
        found = jackknife(blocks, terms, len(fit.names))
        return cr3_covariance(found, next(iter(fit.design.clusters)))
    if errors.kind in {"HC2", "HC3"}:
        fit = with_leverage(fit)
    return plain_covariance(fit.parts, errors.kind, rule)


def blocks_of(fit: PanelFit) -> ClusterBlocks:
    """Cross products by the first clustering variable: kept terms first, then the outcome."""
    design = fit.design
    kept = [design.names.index(name) for name in fit.names]
    columns = np.column_stack([design.X[:, kept], design.y])
    cluster = next(iter(design.clusters.values()))
    return cluster_blocks(columns, cluster, effects=design.effects, weights=design.weights)
