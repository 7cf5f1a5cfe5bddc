"""What the brief says about how its numbers were made."""

from dataclasses import dataclass
from typing import Any

from comity.assess.matching import Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.methods.normalise import Scaling


@dataclass(frozen=True, slots=True)
class Method:
    """How scores were made, in sentences and in one table.

    Parameters
    ----------
    steps
        Heading and sentences of each step.
    constructs
        Title, weight, share and indicators of each construct.
    made
        Recipe, data edition, version, seed: what it takes to make the brief again.
    dropped
        What was left out, one sentence each.
    """

    steps: tuple[tuple[str, tuple[str, ...]], ...]
    constructs: tuple[dict[str, Any], ...]
    made: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...]


def method_of(scores: Scores, intervals: RankIntervals | None, matches: Matches | None) -> Method:
    """Describe the model, the missing-data rule, what was drawn, and the matching."""
    model, rule = scores.model, scores.model.missing
    steps = [
        (
            "From values to a score",
            (
                f"Every value is scaled by {_scaling(model.scaling)}, unless the table says otherwise.",
                (
                    f"Indicators are joined by the {model.aggregation[0]} mean within a construct, "
                    f"constructs by the {model.aggregation[1]} mean."
                ),
                *scores.provenance.assumed,
            ),
        ),
        (
            "What is missing",
            (
                (
                    f"A construct with less than {rule.flag_below:.0%} of its weight observed is marked; "
                    f"with less than {rule.drop_below:.0%} it is left out."
                ),
                f"A partner with less than {rule.top_below:.0%} of the constructs' weight is not scored.",
                "Missing is never zero, unless the publisher's silence means zero.",
            ),
        ),
        ("What is uncertain", _drawn(scores, intervals)),
    ]
    if matches is not None:
        steps.append(("Is money in line", _matching(matches)))
    return Method(
        tuple(steps),
        tuple(_construct(scores, k) for k in range(len(model.constructs))),
        _made(scores, intervals),
        scores.provenance.dropped,
    )


def _scaling(scaling: Scaling) -> str:
    words = ", ".join(f"{name} {value:g}" for name, value in scaling.parameters.items())
    return f"{scaling.method}" + (f" ({words})" if words else "")


def _drawn(scores: Scores, intervals: RankIntervals | None) -> tuple[str, ...]:
    if intervals is None:
        return ("Nothing was drawn at random: ranks stand without intervals.",)
    known = set(scores.provenance.assumed)
    return (
        f"{intervals.draws.draws:,} draws with seed {intervals.draws.seed}; intervals hold 90 % of them.",
        *(said for said in intervals.provenance.assumed if said not in known),
    )


def _matching(matches: Matches) -> tuple[str, ...]:
    return (
        (
            f"Expected funding rank: {matches.balance:g} of the priority rank and "
            f"{1 - matches.balance:g} of the propensity rank. A gap over {matches.threshold:.0%} is flagged."
        ),
        (
            "Review: much money, lower priority and propensity. Needs workarounds: much money, high "
            "priority, lower propensity. Possible under-investment: less money, high priority and "
            "propensity. High means the upper half of the partners compared."
        ),
        "Labels show where to look, not what to do.",
    )


def _made(scores: Scores, intervals: RankIntervals | None) -> tuple[tuple[str, str], ...]:
    source = scores.provenance
    made = [
        ("Recipe", source.recipe),
        ("Standing of the model", scores.model.status),
        ("Data edition", source.data),
        ("Comity", source.version),
    ]
    if intervals is not None:
        made.append(("Seed", str(intervals.draws.seed)))
    return tuple(made)


def _construct(scores: Scores, k: int) -> dict[str, Any]:
    construct, level = scores.model.constructs[k], scores.tree.levels[0]
    within = level.share()
    return {
        "title": construct.label,
        "id": construct.id,
        "weight": construct.weight,
        "share": float(scores.tree.levels[1].share()[k]),
        "notes": construct.notes,
        "indicators": [_indicator(scores, int(j), float(within[j])) for j in level.members(k)],
    }


def _indicator(scores: Scores, j: int, share: float) -> dict[str, Any]:
    use = scores.model.uses[j]
    about = scores.catalogue[use.id]
    age = scores.model.missing.max_age if use.max_age is None else use.max_age
    return {
        "id": use.id,
        "title": about.title,
        "definition": about.definition,
        "unit": about.unit,
        "weight": use.weight,
        "share": share,
        "direction": "higher" if scores.signs[j] > 0 else "lower",
        "transform": "" if use.transform == "none" else use.transform,
        "scaling": "" if use.scaling is None else _scaling(use.scaling),
        "age": age,
        "source": about.source,
        "observed": int((~_missing(scores, j)).sum()),
    }


def _missing(scores: Scores, j: int) -> Any:
    import numpy as np

    return np.isnan(scores.snapshot.values[:, j])
