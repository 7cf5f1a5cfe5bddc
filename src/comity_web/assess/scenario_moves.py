"""What somebody can do with a scenario as it stands."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can
from comity_web.assess.models import Scenario
from comity_web.records.status import MOVES


@dataclass(frozen=True, slots=True)
class Step:
    """A move that is open.

    Parameters
    ----------
    name, title
        Of the move.
    reason
        Whether it must say why.
    """

    name: str
    title: str
    reason: bool = False


_STEPS = (
    Step("submit", "Submit for review"),
    Step("withdraw", "Withdraw from review"),
    Step("approve", "Approve"),
    Step("return", "Send back", reason=True),
    Step("supersede", "Mark as superseded"),
)
_BY_APPROVER = {"approve", "return", "supersede"}


def open_steps(user: User | AnonymousUser, scenario: Scenario) -> list[Step]:
    """Return the moves that the scenario's status and the user's roles permit."""
    return [
        step
        for step in _STEPS
        if scenario.status in MOVES[step.name][0]
        and can(user, _needed(step.name), scenario.scope)
        and not (step.name == "approve" and scenario.prepared_by == user.get_username())
    ]


def _needed(name: str) -> Permission:
    return Permission.APPROVE if name in _BY_APPROVER else Permission.EDIT_ASSESSMENT
