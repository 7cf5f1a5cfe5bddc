"""What the studio answers: ranks with their intervals, who moved against the start, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from comity.assess.comparison import Comparison, compare
from comity.assess.model import PropensityModel
from comity.assess.move_reasons import move_reasons
from comity.assess.rank_intervals import RankIntervals, Uncertainty
from comity.assess.scores import Scores
from comity.reports.figure import listed
from comity.reports.map_layers import propensity_layer
from comity.terms.errors import InputError, RecipeError
from comity_web.assess.scored import SEED, reweighed, scores_of
from comity_web.assess.studio_settings import StudioSettings
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members

#: Draws while somebody moves a weight, and once they pause. Comity defaults.
QUICK_DRAWS, FULL_DRAWS = 300, 1000
_MOVERS, _REASONS = 6, 1


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in plain values, ready for a page or for JSON.

    Parameters
    ----------
    rows
        One mapping for each partner, best first: rank, rank at the start, places moved, score,
        rank interval, class on the map, and what the map says of it.
    movers
        Those that moved most, each with its reasons.
    shares
        Normalised weights by construct and by indicator, per cent; indicators within their
        construct.
    summary
        What changed, in words.
    intervals, varied
        How many draws the intervals hold, and what varied, one sentence each.
    full
        Whether everything uncertain varied, or weights only.
    """

    rows: list[dict[str, Any]]
    movers: list[dict[str, Any]]
    shares: dict[str, float]
    summary: str
    intervals: str
    varied: list[str]
    full: bool
    changes: list[str]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {name: getattr(self, name) for name in self.__slots__}


def answer(settings: StudioSettings, *, full: bool) -> Answer:
    """Score, draw and compare with the starting model.

    The full answer is kept, because shared addresses ask for it again; a quick one is not, because
    hardly anybody moves a weight twice to the same place.
    """
    if not full:
        return _answer(settings, full=False)
    recipes = (settings.model.digest, settings.start.digest)
    asked = (settings.query, own_members(settings.group))
    key = ("studio", *recipes, *asked, panel().edition)
    return computed(key, lambda: _answer(settings, full=True))


def settled_scores(settings: StudioSettings) -> Scores:
    """Scores of the settings, kept: for downloads and for what is saved."""
    return scores_of(settings.year, settings.group, settings.model)


def _answer(settings: StudioSettings, *, full: bool) -> Answer:
    model = settings.model
    before = scores_of(settings.year, settings.group, settings.start)
    after = before
    if settings.changed:
        after = reweighed(before, model)
    drawn, said, varied = _draw(after, full=full)
    comparison = _compared(before, after)
    return Answer(
        rows=_rows(before, after, drawn),
        movers=_movers(before, after, comparison),
        shares=_shares(model),
        summary=_summary(settings, comparison, before, after),
        intervals=said,
        varied=varied,
        full=full,
        changes=settings.changes,
    )


def _draw(scores: Scores, *, full: bool) -> tuple[RankIntervals, str, list[str]]:
    own = set(scores.provenance.assumed)
    refused = ""
    if full:
        try:
            drawn = scores.rank_intervals(FULL_DRAWS, SEED)
            return drawn, f"{_draws(drawn)}: everything uncertain varies.", _varied(drawn, own)
        except RecipeError as refusal:
            refused = f"Scaling and means are held, because this model refuses: {refusal}"
    drawn = scores.rank_intervals(QUICK_DRAWS, SEED, uncertainty=Uncertainty.weights_only())
    varied = _varied(drawn, own)
    return drawn, f"{_draws(drawn)}: weights alone vary.", [*varied, *filter(None, [refused])]


def _draws(drawn: RankIntervals) -> str:
    return f"Intervals hold 90 % of {drawn.draws.draws:,} draws, seed {drawn.draws.seed}"


def _varied(drawn: RankIntervals, own: set[str]) -> list[str]:
    return [line for line in drawn.provenance.assumed if line not in own]


def _compared(before: Scores, after: Scores) -> Comparison | None:
    try:
        return compare(before, after)
    except InputError:
        return None  # fewer than two partners are scored in both


def _rows(before: Scores, after: Scores, drawn: RankIntervals) -> list[dict[str, Any]]:
    layer = propensity_layer(after)
    old = dict(zip(before.partners, before.rank.tolist(), strict=True))
    place = {partner: i for i, partner in enumerate(drawn.partners)}
    low, high = drawn.statistics.q05, drawn.statistics.q95
    rows = []
    for i in (*after.order, *np.flatnonzero(after.rank == 0)):
        partner, rank = after.partners[i], int(after.rank[i])
        at = place.get(partner)
        was = old.get(partner, 0)
        rows.append(
            {
                "partner": partner,
                "name": after.names[i],
                "rank": rank or None,
                "before": was or None,
                "moved": was - rank if was and rank else None,
                "score": round(float(after.overall[i]), 2) if rank else None,
                "low": None if at is None else round(float(low[at]), 1),
                "high": None if at is None else round(float(high[at]), 1),
                "bar": None if at is None else _bar(low[at], high[at], rank, len(place)),
                "colour": layer.colour(partner),
                "said": layer.said[partner],
            }
        )
    return rows


def _bar(low: float, high: float, rank: int, count: int) -> list[float]:
    """Start, length and rank on an interval bar, in per cent of its length."""
    step = 100.0 / max(count - 1, 1)
    return [round(x, 1) for x in ((low - 1) * step, (high - low) * step, (rank - 1) * step)]


def _movers(before: Scores, after: Scores, found: Comparison | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    moves = [move for move in found.moves[:_MOVERS] if move.moved]
    reasons = move_reasons(before, after, [move.partner for move in moves])
    return [
        {
            "partner": m.partner,
            "name": m.name,
            "moved": m.moved,
            "before": m.rank_before,
            "after": m.rank_after,
            "why": [r.sentence for r in reasons[m.partner][:_REASONS]],
        }
        for m in moves
    ]


def _shares(model: PropensityModel) -> dict[str, float]:
    bottom, top = model.tree.levels
    said: Mapping[str, float] = {
        **{f"i-{n}": x for n, x in zip(bottom.names, bottom.share().tolist(), strict=True)},
        **{f"w-{n}": x for n, x in zip(top.names, top.share().tolist(), strict=True)},
    }
    return {name: round(100 * share, 1) for name, share in said.items()}


def _summary(
    settings: StudioSettings, found: Comparison | None, before: Scores, after: Scores
) -> str:
    if not settings.changed:
        return "Nothing is changed yet: these are the ranks of the starting model."
    if found is None:
        return "Too few partners are scored with both models to compare them."
    moved = sum(1 for move in found.moves if move.moved)
    said = (
        f"{moved} of {len(found.moves)} partners change rank; rank correlation with the starting "
        f"model {found.correlation:.3f}."
    )
    came, went = _first_ten(before, after)
    if came or went:
        said += f" Into the first ten: {listed(came) or 'none'}; out: {listed(went) or 'none'}."
    return said


def _first_ten(before: Scores, after: Scores) -> tuple[list[str], list[str]]:
    old = [before.names[i] for i in before.order[:10]]
    new = [after.names[i] for i in after.order[:10]]
    return [n for n in new if n not in old], [n for n in old if n not in new]
