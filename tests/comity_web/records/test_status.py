import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from comity.terms.errors import InputError
from comity_web.access.models import AuditEvent
from comity_web.access.saving import EditConflict
from comity_web.records.status import MOVES, Status, move


def test_a_record_is_prepared_by_one_and_agreed_by_another(scenario, people):
    move(scenario, "submit", by=people["pablo"], expected=1)
    move(scenario, "approve", by=people["anton"], expected=2, reason="Sound.")
    assert (scenario.status, scenario.approved_by) == ("agreed", "anton")
    assert scenario.approved_at is not None
    assert scenario.published
    assert not scenario.editable
    event = AuditEvent.objects.first()
    assert (event.action, event.actor, event.reason) == ("scenario.approved", "anton", "Sound.")
    assert event.after["status"] == "agreed"


def test_nobody_agrees_to_their_own_work(scenario, people):
    scenario.prepared_by = "ada"
    scenario.save()
    move(scenario, "submit", by=people["ada"], expected=1)
    with pytest.raises(InputError, match="cannot approve it; ask another approver"):
        move(scenario, "approve", by=people["ada"], expected=2)


def test_what_goes_back_goes_with_a_reason(scenario, people):
    move(scenario, "submit", by=people["petra"], expected=1)
    with pytest.raises(InputError, match="Say why"):
        move(scenario, "return", by=people["anton"], expected=2, reason=" ")
    move(scenario, "return", by=people["anton"], expected=2, reason="Weights of 2019?")
    assert scenario.editable
    assert AuditEvent.objects.first().action == "scenario.returned"


@pytest.mark.parametrize("name", sorted(MOVES))
def test_a_move_begins_where_it_must(scenario, people, name):
    begins, _ = MOVES[name]
    wrong = Status.DRAFT if Status.DRAFT not in begins else Status.SUPERSEDED
    scenario.status = wrong
    with pytest.raises(InputError, match=f"to {name} it must be"):
        move(scenario, name, by=people["ada"], expected=1, reason="x")


@pytest.mark.parametrize(
    ("person", "name"),
    [("vera", "submit"), ("kofi", "submit"), ("eva", "submit"), ("petra", "approve")],
)
def test_who_may_not(scenario, people, person, name):
    if name == "approve":
        move(scenario, "submit", by=people["petra"], expected=1)
    with pytest.raises(PermissionDenied):
        move(scenario, name, by=people[person], expected=scenario.version)


def test_there_is_no_such_move(scenario, people):
    with pytest.raises(InputError, match="moves are submit"):
        move(scenario, "publish", by=people["ada"], expected=1)


def test_a_move_on_an_old_version_is_a_conflict(scenario, people):
    move(scenario, "submit", by=people["petra"], expected=1)
    scenario.status = Status.IN_REVIEW
    with pytest.raises(EditConflict):
        move(scenario, "withdraw", by=people["petra"], expected=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "agreed"},
        {"status": "agreed", "approved_by": "anton"},
        {"status": "agreed", "approved_by": "petra", "approved_at": timezone.now()},
        {"status": "superseded"},
    ],
)
def test_the_database_refuses_half_an_approval(scenario, fields):
    rows = type(scenario).objects.filter(pk=scenario.pk)
    with pytest.raises(IntegrityError, match="approval"), transaction.atomic():
        rows.update(**fields)
