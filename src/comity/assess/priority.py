"""An illustrative priority, by a documented rule; a planner's own replaces it."""

from comity.assess.model import PropensityModel
from comity.terms.provenance import Provenance
from comity.world.panel import Panel

ILLUSTRATIVE = "illustrative-priority"


def illustrative_priority(
    panel: Panel, year: int, group: str | None = None
) -> tuple[dict[str, float], Provenance]:
    """Score partners by the rule that ships as the model ``illustrative-priority``.

    Parameters
    ----------
    panel, year, group
        As for :meth:`comity.PropensityModel.score`.

    Returns
    -------
    tuple
        Priority by partner id on the model's scale, and where it comes from. It is an
        illustration: nobody's policy, and not RAND's.
    """
    model = PropensityModel.load(ILLUSTRATIVE)
    scores = model.score(panel, year=year, group=group)
    return (
        {scores.partners[i]: float(scores.overall[i]) for i in scores.order},
        scores.provenance,
    )
