"""Scenarios with their versions and agreed results, priorities, and a team's own figures."""

from comity_web.assess.models.agreed_result import AgreedResult
from comity_web.assess.models.own_figures import OwnFigures
from comity_web.assess.models.priority import Priority
from comity_web.assess.models.priority_version import PriorityVersion
from comity_web.assess.models.scenario import Scenario
from comity_web.assess.models.scenario_version import ScenarioVersion

__all__ = [
    "AgreedResult",
    "OwnFigures",
    "Priority",
    "PriorityVersion",
    "Scenario",
    "ScenarioVersion",
]
