"""From scores and a statement of what is uncertain to the problem that the engine draws from."""

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from comity.assess.scoring_peers import LEAST_PEERS, peer_groups
from comity.methods.means import MEANS
from comity.methods.normalise import METHODS, Scaler, Scaling, fit
from comity.methods.rank_problem import Donors, MeasurementError, RankProblem, Variant
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import RecipeError

if TYPE_CHECKING:
    from comity.assess.rank_intervals import Uncertainty
    from comity.assess.scores import Scores


def build_problem(scores: "Scores", rows: IntArray, uncertainty: "Uncertainty") -> RankProblem:
    """Collect everything that varies for some rows of the scores.

    Raises
    ------
    RecipeError
        If a scaling or mean that is named cannot be run with this model.
    """
    variants = _variants(scores, rows, uncertainty)
    available = (
        ~np.isnan(scores.constructs[rows]),
        np.ones((len(rows), 1), dtype=bool),
    )
    return RankProblem(
        tree=scores.tree,
        variants=variants,
        probability=np.full(len(variants), 1.0 / len(variants)),
        noise=uncertainty.weights,
        available=available,
        errors=_errors(scores, rows) if uncertainty.measurement_error else None,
        donors=_donors(scores, rows) if uncertainty.missing else None,
        units=tuple(scores.partners[i] for i in rows),
    )


def _variants(scores: "Scores", rows: IntArray, uncertainty: "Uncertainty") -> tuple[Variant, ...]:
    """Every combination of scaling and means, the model's own first."""
    own = scores.model.scaling
    scalings = [own, *(_like(own, name) for name in uncertainty.scalings if name != own.method)]
    if uncertainty.scalings and own.method not in uncertainty.scalings:
        scalings = scalings[1:]
    pairs = [(mean, mean) for mean in uncertainty.means] or [scores.model.aggregation]
    if uncertainty.means and scores.model.aggregation in pairs:
        pairs.sort(key=lambda pair: pair != scores.model.aggregation)
    return tuple(
        _variant(scores, rows, scaling, means) for scaling, means in product(scalings, pairs)
    )


def _like(own: Scaling, name: str) -> Scaling:
    """Another scaling on the model's own range."""
    if name not in METHODS:
        raise RecipeError(f"There is no scaling {name!r}; choose from {', '.join(METHODS)}.")
    wanted = {"lower", "upper"}
    if not wanted <= set(METHODS[name]):
        raise RecipeError(
            f"The scaling {name!r} has no range, so its scores cannot be mixed with those of "
            f"{own.method!r}; choose among minmax, winsorised, logistic, prank and percentile."
        )
    return Scaling(name, {k: own.get(k) for k in ("lower", "upper")})


def _variant(scores: "Scores", rows: IntArray, scaling: Scaling, means: tuple[str, ...]) -> Variant:
    model = scores.model
    scalers = scores.scalers
    scaled = scores.scaled[rows]
    if scaling != model.scaling:
        scalers = tuple(
            old if use.scaling else fit(old.reference, scaling)
            for old, use in zip(scores.scalers, model.uses, strict=True)
        )
        scaled = _rescale(scores, rows, scalers)
    for mean in means:
        if mean not in MEANS:
            raise RecipeError(f"There is no aggregation {mean!r}.")
        if mean in {"geometric", "harmonic"} and np.nanmin(scaled) <= 0:
            raise RecipeError(
                f"The {mean} mean cannot run with the scaling {scaling.method!r}, whose values "
                "reach zero or less; give the scaling a range that starts above zero "
                "(lower = 1, upper = 100) or leave the mean out."
            )
    name = f"{scaling.method} + {means[0]}"
    return Variant(name, scaled, means, scalers)


def _rescale(scores: "Scores", rows: IntArray, scalers: tuple[Scaler, ...]) -> FloatArray:
    turned = scores.turned[rows]
    scaled = np.column_stack([s(turned[:, j]) for j, s in enumerate(scalers)])
    scaled[np.isnan(scores.scaled[rows])] = np.nan
    return scaled


def _errors(scores: "Scores", rows: IntArray) -> MeasurementError | None:
    """Indicators with a published standard error, on the scale of that error."""
    given = np.nan_to_num(scores.snapshot.errors[rows]) > 0
    columns = np.flatnonzero(given.any(axis=0) & (scores.tree.levels[0].weight > 0))
    if not len(columns):
        return None
    return MeasurementError(
        columns=columns.astype(np.int64),
        value=scores.snapshot.values[np.ix_(rows, columns)],
        error=scores.snapshot.errors[np.ix_(rows, columns)],
        transforms=tuple(scores.model.uses[j].transform for j in columns),
        signs=tuple(float(scores.signs[j]) for j in columns),
    )


def _donors(scores: "Scores", rows: IntArray) -> Donors | None:
    """Observed peers for every missing cell of the indicators that carry weight."""
    scaled = scores.scaled[rows]
    open_cells = np.isnan(scaled) | scores.imputed[rows]
    open_cells[:, scores.tree.levels[0].weight <= 0] = False
    partners = tuple(scores.partners[i] for i in rows)
    fine, broad = peer_groups(partners, scores.year)
    cells, chosen = [], []
    for row, column in zip(*np.nonzero(open_cells), strict=True):
        for peers in (fine[row], broad[row], range(len(rows))):
            able = [
                p for p in peers if not open_cells[p, column] and not np.isnan(scaled[p, column])
            ]
            if len(able) >= LEAST_PEERS:
                cells.append((row, column))
                chosen.append(able)
                break
    if not cells:
        return None
    count = np.array([len(able) for able in chosen], dtype=np.int64)
    return Donors(
        cells=np.array(cells, dtype=np.int64),
        start=np.concatenate([[0], np.cumsum(count)[:-1]]).astype(np.int64),
        count=count,
        rows=np.concatenate([np.array(able, dtype=np.int64) for able in chosen]),
    )
