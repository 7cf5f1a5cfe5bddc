"""Operations of this application."""

from ninja import Router

from comity_web.assess.endpoints import (
    comparison,
    explanation,
    intervals,
    matches,
    models,
    priorities,
    scenario_moves,
    scenarios,
    scores,
    sensitivity,
)

router = Router(tags=["Assessment"])
for topic in (models, scores, intervals, explanation, matches, comparison, sensitivity):
    router.add_router("", topic.router)
decisions = Router(tags=["Scenarios and priorities"])
for topic in (scenarios, scenario_moves, priorities):
    decisions.add_router("", topic.router)
router.add_router("", decisions)
