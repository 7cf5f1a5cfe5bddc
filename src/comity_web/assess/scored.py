"""Scores and rank intervals for pages and the API, computed once for each question."""

from comity.assess.model import PropensityModel
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity_web.site.computed import computed
from comity_web.world.evidence import panel

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
    model, evidence = model or default_model(), panel()
    key = ("scores", model.digest, evidence.edition, year, group)
    return computed(key, lambda: model.score(evidence, year=year, group=group))


def intervals_of(
    year: int, group: str | None = None, model: PropensityModel | None = None
) -> RankIntervals:
    """Draw rank intervals with everything uncertain at once, seed and draws as shown on the page."""
    scores = scores_of(year, group, model)
    key = ("intervals", scores.model.digest, scores.provenance.data, year, group, DRAWS, SEED)
    return computed(key, lambda: scores.rank_intervals(draws=DRAWS, seed=SEED))


def opening_year() -> int:
    """Return the year that pages open with: the model's reference year, else the panel's last."""
    return default_model().reference.year or panel().years[1]
