"""One block of specifications, estimated: the unit of work of threads and clusters."""

from dataclasses import dataclass, fields

import numpy as np
from scipy.special import ndtr, stdtr, stdtrit

from comity.evaluate.multiverse_groups import (
    CrossProductStore,
    Group,
    Requests,
    batches_of,
    groups_of,
    requests_of,
    subset,
)
from comity.evaluate.multiverse_named import NamedRow, named_rows
from comity.evaluate.panel_errors import covariance_of
from comity.evaluate.specifications import Universe
from comity.evaluate.study import DYNAMIC, EVENTS
from comity.evaluate.study_columns import StudyColumns
from comity.methods.formula import Factor, Formula
from comity.methods.panel_batch import estimate_batch
from comity.methods.panel_design import Design
from comity.methods.panel_iv import fit_2sls
from comity.methods.panel_ols import PanelFit, fit_ols
from comity.methods.panel_poisson import fit_poisson
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import ComityError

_MANY_AT_ONCE = {"iid", "hetero", "cluster"}


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Answers of a block, one for each specification ``(S,)``; NaN where there is none.

    Parameters
    ----------
    specification
        Numbers.
    estimate, std_error, statistic, p_value, low, high, degrees
        Of the quantity; degrees are infinite for the normal distribution.
    nobs, parameters, clusters
        Rows, coefficients kept, and clusters (the fewest; 0 without any).
    """

    specification: IntArray
    estimate: FloatArray
    std_error: FloatArray
    statistic: FloatArray
    p_value: FloatArray
    low: FloatArray
    high: FloatArray
    degrees: FloatArray
    nobs: IntArray
    parameters: IntArray
    clusters: IntArray


def empty_block(numbers: IntArray) -> Block:
    """Return a block without answers."""
    n = len(numbers)
    return Block(
        numbers,
        *(np.full(n, np.nan) for _ in range(7)),
        *(np.zeros(n, dtype=np.int64) for _ in range(3)),
    )


def run_block(
    universe: Universe, columns: StudyColumns, numbers: IntArray, store: CrossProductStore
) -> Block:
    """Estimate the specifications with these numbers.

    Linear models with iid, heteroskedastic or CR1 errors are solved together from cross products;
    the others one by one. A specification that cannot be estimated has NaN.
    """
    requests = requests_of(universe, columns, numbers)
    block = empty_block(numbers)
    place = {int(number): at for at, number in enumerate(numbers)}
    for group, part in groups_of(universe, columns, requests):
        at = np.array([place[int(number)] for number in part.numbers])
        if not group.rows.any():
            continue
        if group.estimator == "ols" and group.errors.kind in _MANY_AT_ONCE:
            _together(block, at, group, part, columns, store=store)
        elif group.estimator in (*DYNAMIC, *EVENTS):
            for position, row in zip(
                at, named_rows(universe.study, columns, group, part), strict=True
            ):
                _take(block, int(position), row)
        else:
            for one, position in enumerate(at):
                _alone(block, int(position), group, part, columns, one=one)
    return block


def _together(
    block: Block,
    at: IntArray,
    group: Group,
    part: Requests,
    columns: StudyColumns,
    *,
    store: CrossProductStore,
) -> None:
    try:
        cross, complete = store.of(group, columns)
    except ComityError:
        return
    for members, used, batch in batches_of(part, complete):
        if not (batch.quantity != 0).any():
            continue
        found = estimate_batch(subset(cross, used), batch, group.errors.kind)
        into = at[members]
        exists = (batch.quantity != 0).any(axis=1)
        for name in ("estimate", "std_error", "statistic", "p_value", "degrees"):
            getattr(block, name)[into] = np.where(exists, getattr(found, name), np.nan)
        reach = stdtrit(found.degrees, 0.975) * found.std_error
        block.low[into] = block.estimate[into] - reach
        block.high[into] = block.estimate[into] + reach
        block.nobs[into] = cross.nobs
        block.parameters[into] = found.parameters
        block.clusters[into] = min(cross.cluster_counts, default=0)


def _take(block: Block, at: int, row: NamedRow) -> None:
    """Write a named quantity where it belongs, with its test."""
    for name in ("estimate", "std_error", "degrees", "nobs", "parameters", "clusters"):
        getattr(block, name)[at] = getattr(row, name)
    if not row.std_error > 0:
        return
    # SciPy's t distribution has no infinite degrees; so many are the normal one.
    degrees = min(row.degrees, 1e12)
    block.statistic[at] = row.estimate / row.std_error
    block.p_value[at] = 2 * stdtr(degrees, -abs(block.statistic[at]))
    reach = stdtrit(degrees, 0.975) * row.std_error
    block.low[at], block.high[at] = row.estimate - reach, row.estimate + reach


def _alone(
    block: Block, at: int, group: Group, part: Requests, columns: StudyColumns, *, one: int
) -> None:
    weights = part.quantity[one]
    if not weights.any():
        return
    try:
        fit = _fit(group, part, columns, one)
        covariance = covariance_of(fit, group.errors)
    except (ComityError, np.linalg.LinAlgError):
        return
    wanted = {columns.names[i]: weights[i] for i in np.flatnonzero(weights)}
    names = [name.removeprefix("fit_") for name in fit.names]
    block.nobs[at] = fit.nobs
    block.parameters[at] = len(fit.names)
    block.clusters[at] = min(covariance.clusters.values(), default=0)
    if not set(wanted) <= set(names):
        return
    q = np.array([wanted.get(name, 0.0) for name in names])
    degrees = np.inf if fit.normal else covariance.degrees
    block.degrees[at] = degrees
    block.estimate[at] = q @ fit.beta
    block.std_error[at] = np.sqrt(q @ covariance.matrix @ q)
    block.statistic[at] = block.estimate[at] / block.std_error[at]
    size = -abs(block.statistic[at])
    block.p_value[at] = 2 * (ndtr(size) if fit.normal else stdtr(degrees, size))
    reach = stdtrit(min(degrees, 1e12), 0.975) * block.std_error[at]
    block.low[at], block.high[at] = block.estimate[at] - reach, block.estimate[at] + reach


def _fit(group: Group, part: Requests, columns: StudyColumns, one: int) -> PanelFit:
    used = np.flatnonzero(part.regressors[one])
    # The constant comes first, as in a formula, so that a later column is the one left out.
    used = np.concatenate([used[used == columns.constant], used[used != columns.constant]])
    inside = np.isin(used, columns.treatments) & (group.estimator == "2sls")
    endogenous, plain = used[inside], used[~inside]
    instruments = np.array(columns.instruments if len(endogenous) else (), dtype=np.int64)
    names, rows = columns.names, group.rows

    def some(at: IntArray) -> tuple[tuple[str, ...], FloatArray]:
        return tuple(names[i] for i in at), columns.values[rows][:, at]

    design = Design(
        Formula(Factor(names[part.outcome[one]]), ()),
        *some(plain),
        columns.values[rows, part.outcome[one]],
        *some(endogenous),
        *some(instruments),
        group.effects,
        group.clusters,
        group.weights,
        rows,
        (),
    )
    complete = np.asarray(np.isfinite(design.instruments).all(axis=1), dtype=np.bool_)
    if not complete.all():
        design = design.keep(complete, "Rows without instruments.")
    if len(endogenous):
        return fit_2sls(design)
    return fit_poisson(design) if group.estimator == "poisson" else fit_ols(design)


def joined(blocks: list[Block]) -> Block:
    """Return blocks as one, in their order."""
    parts = {f.name: np.concatenate([getattr(b, f.name) for b in blocks]) for f in fields(Block)}
    return Block(**parts)
