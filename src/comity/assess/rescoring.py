"""Score again with other weights: what the data and the scaling gave is used as it stands."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from comity.assess.model_parts import IndicatorUse
from comity.assess.scores import Scores
from comity.assess.scoring import assumptions_of, dropped_constants, without_constants
from comity.methods.composite import Thresholds, aggregate
from comity.methods.ranks import rank_descending

if TYPE_CHECKING:
    from comity.assess.model import PropensityModel
    from comity.terms.arrays import IntArray
    from comity.world.panel import Snapshot


def rescore(scores: Scores, model: "PropensityModel") -> Scores | None:
    """Score the same partners with a model that weighs the same indicators otherwise.

    Parameters
    ----------
    scores
        Scores of the same question with another model.
    model
        May differ in weights and means, and may leave indicators out. Whatever decides a scaled
        value must be the same: scaling, reference, missing values, overrides, and each
        indicator's own transform, direction, scaling and age.

    Returns
    -------
    Scores or None
        Equal to the bit to scoring the model anew; None where the model differs in something
        else, and has to be scored anew.
    """
    columns = _columns(scores.model, model)
    if columns is None:
        return None
    scalers = tuple(scores.scalers[j] for j in columns)
    constant = np.array([s.constant for s in scalers], dtype=bool)
    scaled = scores.scaled[:, columns]
    rules = model.missing
    tree = without_constants(model, constant)
    result = aggregate(
        scaled,
        tree,
        model.aggregation,
        Thresholds(rules.flag_below, rules.drop_below, rules.top_below),
    )
    left_out = tuple(said for said in scores.provenance.dropped if "is not in the panel" in said)
    return replace(
        scores,
        model=model,
        snapshot=_narrowed(scores.snapshot, columns),
        signs=scores.signs[columns],
        scalers=scalers,
        tree=tree,
        turned=scores.turned[:, columns],
        scaled=scaled,
        imputed=scores.imputed[:, columns],
        constructs=result.nodes[0],
        coverage=result.coverage[0],
        overall=result.index,
        overall_coverage=result.coverage[1][:, 0],
        rank=rank_descending(result.index),
        catalogue={use.id: scores.catalogue[use.id] for use in model.uses},
        provenance=replace(
            scores.provenance,
            recipe=f"{model.name} {model.digest}",
            dropped=left_out + dropped_constants(model, constant),
            assumed=assumptions_of(model),
        ),
    )


def _columns(old: "PropensityModel", new: "PropensityModel") -> "IntArray | None":
    """Columns of the old scores that the new model uses, if all that decides them is the same."""
    same = (
        (old.scaling, old.missing, old.reference) == (new.scaling, new.missing, new.reference)
        and set(new.overrides) <= set(old.overrides)
        and all(
            one.indicator not in new.indicators for one in set(old.overrides) - set(new.overrides)
        )
    )
    place = {use.id: (j, _unweighted(use)) for j, use in enumerate(old.uses)}
    if not same or any(place.get(use.id, (0, None))[1] != _unweighted(use) for use in new.uses):
        return None
    return np.array([place[use.id][0] for use in new.uses], dtype=np.int64)


def _unweighted(use: IndicatorUse) -> IndicatorUse:
    return replace(use, weight=1.0)


def _narrowed(snapshot: "Snapshot", columns: "IntArray") -> "Snapshot":
    return replace(
        snapshot,
        indicators=tuple(snapshot.indicators[j] for j in columns),
        values=snapshot.values[:, columns],
        errors=snapshot.errors[:, columns],
        observed=snapshot.observed[:, columns],
        vintage=snapshot.vintage[:, columns],
    )
