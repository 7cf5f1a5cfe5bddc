import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from comity_web.assess.models import AgreedResult
from tests.comity_web.assess.scenes import kept, make_agreed, make_scenario

WHOLE = {
    "name": "A",
    "recipe": "x",
    "digest": "d",
    "year": 2022,
    "data_edition": "e",
    "comity_version": "0",
    "draws": 10,
    "seed": 1,
    "rows": [],
    "prepared_by": "petra",
    "agreed_by": "anton",
    "agreed_at": timezone.now(),
}


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [({"agreed_by": "petra"}, "agreed_result_by_another"), ({"draws": 0}, "has_draws")],
)
def test_the_database_refuses_what_cannot_be(people, changes, constraint):
    scenario = make_scenario(people["petra"])
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        AgreedResult.objects.create(scenario=scenario, **{**WHOLE, **changes})


def test_what_was_agreed_is_neither_changed_nor_deleted(people):
    make_agreed(people)
    for spoil in (
        lambda: AgreedResult.objects.update(rows=[]),
        lambda: AgreedResult.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match=kept("assess_agreedresult")), transaction.atomic():
            spoil()
    assert str(AgreedResult.objects.get()) == "Governance first, as agreed"
