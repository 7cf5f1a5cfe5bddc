import pytest
from django.db import DatabaseError, IntegrityError, transaction

from comity_web.assess.models import ScenarioVersion
from tests.comity_web.assess.scenes import kept, make_scenario


def test_a_version_is_neither_changed_nor_deleted(people):
    version = make_scenario(people["petra"]).versions.get()
    for spoil in (
        lambda: ScenarioVersion.objects.update(name="Other"),
        lambda: ScenarioVersion.objects.all().delete(),
    ):
        with (
            pytest.raises(DatabaseError, match=kept("assess_scenarioversion")),
            transaction.atomic(),
        ):
            spoil()
    assert str(ScenarioVersion.objects.get()) == str(version) == "Governance first, version 1"


def test_one_row_for_each_save(people):
    version = make_scenario(people["petra"]).versions.get()
    version.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)
