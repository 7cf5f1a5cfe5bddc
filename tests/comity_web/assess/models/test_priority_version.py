import pytest
from django.db import DatabaseError, transaction

from comity_web.assess.models import PriorityVersion
from tests.comity_web.assess.scenes import kept, make_priority


def test_a_version_is_neither_changed_nor_deleted(people):
    make_priority(people["petra"])
    for spoil in (
        lambda: PriorityVersion.objects.update(value=1.0),
        lambda: PriorityVersion.objects.all().delete(),
    ):
        with (
            pytest.raises(DatabaseError, match=kept("assess_priorityversion")),
            transaction.atomic(),
        ):
            spoil()
    assert str(PriorityVersion.objects.get()) == "Priority of KEN for everywhere, version 1"
