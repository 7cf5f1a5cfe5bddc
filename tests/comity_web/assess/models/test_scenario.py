import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.models import Scenario
from tests.comity_web.assess.scenes import make_scenario

WHOLE = {"name": "A", "recipe": "x", "year": 2022, "data_edition": "e", "prepared_by": "petra"}


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"name": ""}, "scenario_has_name"),
        ({"recipe": ""}, "scenario_has_recipe"),
        ({"year": 1066}, "scenario_year_sane"),
        ({"status": "lost"}, "scenario_status_known"),
        ({"status": "agreed"}, "scenario_approval_whole"),
        (
            {"status": "agreed", "approved_by": "petra", "approved_at": timezone.now()},
            "scenario_approval_whole",
        ),
    ],
)
def test_the_database_refuses_what_cannot_be(db, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Scenario.objects.create(**{**WHOLE, **changes})


def test_names_are_told_apart_without_capitals(db):
    Scenario.objects.create(**WHOLE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Scenario.objects.create(**{**WHOLE, "name": "a"})


def test_a_commands_scenario_concerns_that_command(people):
    assert make_scenario(people["petra"]).scope == Scope("command", "AFRICOM")
    assert make_scenario(people["petra"], name="N", group="NATO").scope == EVERYWHERE
    assert str(Scenario(name="B")) == "B"
