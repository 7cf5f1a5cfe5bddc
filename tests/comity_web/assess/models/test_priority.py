import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comity_web.access.scope import Scope
from comity_web.assess.models import Priority

WHOLE = {
    "scope_kind": "everywhere",
    "partner": "KEN",
    "value": 50.0,
    "reason": "Drill.",
    "set_by": "petra",
    "set_at": timezone.now(),
}


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"scope_kind": "nowhere"}, "priority_scope_is_whole"),
        ({"scope_code": "KEN"}, "priority_scope_is_whole"),
        ({"scope_kind": "command", "scope_code": "SPACECOM"}, "priority_scope_is_whole"),
        ({"scope_kind": "partner", "scope_code": "GHA"}, "priority_scope_is_whole"),
        ({"partner": ""}, "priority_has_partner"),
        ({"value": 101.0}, "priority_on_scale"),
        ({"value": -1.0}, "priority_on_scale"),
        ({"reason": ""}, "priority_has_reason"),
    ],
)
def test_the_database_refuses_what_cannot_be(db, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Priority.objects.create(**{**WHOLE, **changes})


def test_one_for_each_holder_and_partner(db):
    Priority.objects.create(**WHOLE)
    Priority.objects.create(**{**WHOLE, "scope_kind": "partner", "scope_code": "KEN"})
    with pytest.raises(IntegrityError), transaction.atomic():
        Priority.objects.create(**WHOLE)


def test_a_priority_says_whose_it_is():
    mine = Priority(scope_kind="partner", scope_code="KEN", partner="KEN")
    assert mine.scope == Scope("partner", "KEN")
    assert str(mine) == "Priority of KEN for Kenya"
    assert mine.published
