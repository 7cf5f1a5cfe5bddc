"""Two models set side by side: whose weight changed, who moved, and why."""

from dataclasses import dataclass
from typing import Any

from comity.assess.comparison import Comparison, compare
from comity.assess.model import PropensityModel
from comity.assess.move_reasons import move_reasons
from comity_web.assess.scored import scores_of
from comity_web.assess.studio_start import Start

#: Partners whose move is explained; each takes a moment to decompose.
EXPLAINED = 40
_LEAST_SHARE = 0.05  # per cent; less is hidden by rounding


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A comparison ready for a page.

    Parameters
    ----------
    comparison
        Moves, widest first.
    moves
        One mapping for each partner that moved, with its reasons.
    weights
        Constructs of either model: share before and after, in per cent.
    methods
        What else differs, one sentence each.
    """

    comparison: Comparison
    moves: list[dict[str, Any]]
    weights: list[dict[str, Any]]
    methods: list[str]


def side_by_side(first: Start, second: Start) -> SideBySide:
    """Compare two starting models, each on its own year and group.

    Raises
    ------
    InputError
        If fewer than two partners are scored in both.
    """
    before = scores_of(first.year, first.group, first.model)
    after = scores_of(second.year, second.group, second.model)
    found = compare(before, after)
    moved = [move for move in found.moves if move.moved]
    # Reasons are against the median partner, so they compare only among the same partners.
    told = moved[:EXPLAINED] if first.group == second.group else []
    reasons = move_reasons(before, after, [move.partner for move in told])
    moves = [
        {
            "partner": m.partner,
            "name": m.name,
            "moved": m.moved,
            "before": m.rank_before,
            "after": m.rank_after,
            "score_before": m.score_before,
            "score_after": m.score_after,
            "why": "; ".join(r.sentence for r in reasons.get(m.partner, ())[:2]),
        }
        for m in moved
    ]
    return SideBySide(found, moves, _weights(first.model, second.model), _methods(first, second))


def _weights(first: PropensityModel, second: PropensityModel) -> list[dict[str, Any]]:
    old, new = _shares(first), _shares(second)
    labels = {c.id: c.label for model in (first, second) for c in model.constructs}
    rows: list[dict[str, Any]] = [
        {
            "construct": label,
            "before": old.get(name),
            "after": new.get(name),
            "change": new.get(name, 0.0) - old.get(name, 0.0),
        }
        for name, label in labels.items()
    ]
    changed = [row for row in rows if abs(row["change"]) >= _LEAST_SHARE]
    return sorted(changed, key=lambda row: -abs(row["change"]))


def _shares(model: PropensityModel) -> dict[str, float]:
    top = model.tree.levels[1]
    return {n: 100 * s for n, s in zip(top.names, top.share().tolist(), strict=True)}


def _methods(first: Start, second: Start) -> list[str]:
    one, two = first.model, second.model
    pairs = [
        ("Year", first.year, second.year),
        ("Partners", first.group or "all", second.group or "all"),
        ("Scaling", one.scaling.method, two.scaling.method),
        ("Mean within constructs", one.aggregation[0], two.aggregation[0]),
        ("Mean across constructs", one.aggregation[1], two.aggregation[1]),
        ("Missing values", one.missing.rule, two.missing.rule),
        ("Reference year", one.reference.year, two.reference.year),
    ]
    said = [f"{what}: {a} to {b}." for what, a, b in pairs if a != b]
    gone = sorted(set(one.indicators) - set(two.indicators))
    new = sorted(set(two.indicators) - set(one.indicators))
    said += [f"Not used any more: {', '.join(gone)}."] if gone else []
    said += [f"Used anew: {', '.join(new)}."] if new else []
    return said + _reweighed(one, two)


def _reweighed(one: PropensityModel, two: PropensityModel) -> list[str]:
    old = {use.id: use.weight for use in one.uses}
    changed = [u for u in two.uses if u.id in old and u.weight != old[u.id]]
    return [f"Weight of {u.id}: {old[u.id]:g} to {u.weight:g}." for u in changed]
