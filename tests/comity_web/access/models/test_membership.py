import pytest
from django.db import IntegrityError, transaction

from comity_web.access.models import Membership


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "king"},
        {"scope_kind": "everywhere", "scope_code": "KEN"},
        {"scope_kind": "command", "scope_code": ""},
        {"scope_kind": "partner", "scope_code": ""},
        {"scope_kind": "galaxy", "scope_code": "X"},
    ],
)
def test_the_database_refuses_half_a_grant(people, wrong):
    whole = {"role": "viewer", "granted_by": "x", **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=people["nina"], **whole)


def test_a_grant_is_there_once(people):
    again = {"role": "planner", "scope_kind": "partner", "scope_code": "KEN", "granted_by": "x"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=people["kofi"], **again)


def test_it_reads_as_who_what_where(people):
    assert str(people["kofi"].memberships.get()) == "kofi: planner, KEN"
