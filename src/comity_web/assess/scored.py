"""Scores and rank intervals for pages and the API, computed once for each question."""

from dataclasses import replace

from comity.assess.model import PropensityModel
from comity.assess.rank_intervals import RankIntervals
from comity.assess.rescoring import rescore
from comity.assess.scores import Scores
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import chosen_group, members_in, own_members

#: Draws behind the intervals that pages show; a Comity default.
DRAWS = 2000
SEED = 1


def default_model() -> PropensityModel:
    """Return the Comity default model."""
    return computed(("model", "comity-default"), PropensityModel.default)


def scores_of(year: int, group: str | None = None, model: PropensityModel | None = None) -> Scores:
    """Score partners for one year.

    Parameters
    ----------
    year
        Year of the question.
    group
        A grouping, or all partners.
    model
        The recipe; the Comity default where none is given.
    """
    model, members = model or default_model(), own_members(group)
    key = ("scores", model.digest, panel().edition, year, group, members)
    return computed(key, lambda: score_now(year, group, model))


def score_now(year: int, group: str | None, model: PropensityModel) -> Scores:
    """Score partners without keeping the answer, for those who go through many years."""
    if group is None or own_members(group) is None:
        return model.score(panel(), year=year, group=group)
    members = members_in(chosen_group(group), year)
    return replace(model.score(panel(), year=year, partners=members), group=group)


def reweighed(scores: Scores, model: PropensityModel) -> Scores:
    """Score the question of ``scores`` with another model, reusing what both have in common."""
    found = rescore(scores, model)
    return score_now(scores.year, scores.group, model) if found is None else found


def intervals_of(
    year: int, group: str | None = None, model: PropensityModel | None = None
) -> RankIntervals:
    """Draw rank intervals with everything uncertain at once, seed and draws as shown on the page."""
    scores = scores_of(year, group, model)
    asked = (year, group, own_members(group))
    key = ("intervals", scores.model.digest, scores.provenance.data, *asked, DRAWS, SEED)
    return computed(key, lambda: scores.rank_intervals(draws=DRAWS, seed=SEED))


def opening_year() -> int:
    """Return the year that pages open with: the model's reference year, else the panel's last."""
    return default_model().reference.year or panel().years[1]
