import pytest
from django.db import IntegrityError, transaction

from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.world.models import OwnGroup

WHOLE = {"name": "SAHEL", "title": "Sahel", "members": ["MLI"], "created_by": "petra"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "sahel"},
        {"name": "1ST"},
        {"title": ""},
        {"members": []},
        {"scope_kind": "command", "scope_code": ""},
        {"scope_kind": "command", "scope_code": "NOWHERE"},
        {"scope_kind": "everywhere", "scope_code": "AFRICOM"},
        {"scope_kind": "partner", "scope_code": "KEN"},
    ],
)
def test_the_database_refuses_a_group_that_is_not_whole(db, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnGroup.objects.create(**{**WHOLE, **wrong})


def test_a_name_is_given_once(db):
    OwnGroup.objects.create(**WHOLE)
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnGroup.objects.create(**WHOLE)


def test_it_says_whom_it_concerns():
    assert OwnGroup(**WHOLE).scope == EVERYWHERE
    command = OwnGroup(**WHOLE, scope_kind="command", scope_code="AFRICOM")
    assert command.scope == Scope("command", "AFRICOM")
    assert str(command) == "Group Sahel"
    assert command.published
