"""Invented scenarios and priorities, so that a first visitor sees what a team's work looks like."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from comity_web.access.saving import save_changes
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.actions import create_scenario, keep_agreed_result, set_priority
from comity_web.assess.models import Scenario
from comity_web.assess.scored import default_model, opening_year
from comity_web.records.status import Status

PLANNER, APPROVER = "invented planner", "invented approver"
_INVENTED = "Invented for the demonstration; nobody's view."
#: Holder, partner, priority and reason; invented.
_PRIORITIES = (
    ("AFRICOM", "KEN", 85.0, "Invented: port and air access."),
    ("AFRICOM", "GHA", 70.0, "Invented: regional training centre."),
    ("AFRICOM", "TUN", 60.0, "Invented: border security."),
    ("KEN", "KEN", 90.0, "Invented: the country team's own view."),
    ("everywhere", "PHL", 92.0, "Invented: treaty ally on a contested sea."),
)


@transaction.atomic
def add(*, by: str) -> None:  # noqa: ARG001 (the records name invented people)
    """Add a draft, one in review, one that was agreed, and a few priorities."""
    _scenario(
        "Invented: governance first",
        {"governance": 3.0},
        "A draft: what if governance counts most?",
    )
    review = _scenario(
        "Invented: institutions first",
        {"institutions": 3.0, "governance": 2.0},
        "Waits for an approver: what if the quality of institutions counts most?",
    )
    _move(review, {"status": Status.IN_REVIEW.value}, "scenario.submitted", by=PLANNER)
    # A small group, because the agreed result is drawn while the first visitor waits.
    agreed = _scenario(
        "Invented: Africa, capacity counts twice",
        {"capacity": 2.0},
        "Agreed, to show what an agreed assessment keeps.",
        group="AFRICOM",
    )
    _move(agreed, {"status": Status.IN_REVIEW.value}, "scenario.submitted", by=PLANNER)
    stamp = {"approved_by": APPROVER, "approved_at": timezone.now()}
    _move(agreed, {"status": Status.AGREED.value, **stamp}, "scenario.approved", by=APPROVER)
    keep_agreed_result(agreed, by=APPROVER)
    for holder, partner, value, reason in _PRIORITIES:
        where = EVERYWHERE if holder == "everywhere" else Scope.parse(holder)
        set_priority(partner, value, holder=where, by=PLANNER, expected=0, reason=reason)


def _scenario(name: str, weights: dict[str, float], note: str, group: str = "") -> Scenario:
    model = replace(
        default_model().with_weights(weights),
        name=name.removeprefix("Invented: ").lower().replace(",", "").replace(" ", "-"),
        title=name,
        status="Invented for the demonstration",
    )
    return create_scenario(
        name=name,
        model=model,
        year=opening_year(),
        group=group,
        note=f"{note} {_INVENTED}",
        by=PLANNER,
        reason=_INVENTED,
    )


def _move(scenario: Scenario, changes: dict[str, object], action: str, *, by: str) -> None:
    """Invented people have no account and so no permission; the moves are written as they stand."""
    save_changes(
        scenario,
        changes,
        by=by,
        expected=scenario.version,
        action=action,
        scope=scenario.scope,
        reason=_INVENTED,
    )
