import pytest
from django.db import DatabaseError, IntegrityError, transaction

from comity_web.access.scope import Scope
from comity_web.assess.models import OwnFigures
from tests.comity_web.assess.scenes import kept

WHOLE = {
    "name": "Plan",
    "unit": "US$ a year",
    "figures": {"KEN": 1.0},
    "scope_kind": "command",
    "scope_code": "AFRICOM",
    "uploaded_by": "petra",
}


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"name": ""}, "own_figures_named"),
        ({"unit": ""}, "own_figures_unit"),
        ({"scope_code": ""}, "own_figures_scope_whole"),
        ({"scope_kind": "everywhere"}, "own_figures_scope_whole"),
    ],
)
def test_the_database_refuses_what_cannot_be(db, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OwnFigures.objects.create(**{**WHOLE, **changes})


def test_what_was_uploaded_stays(db):
    figures = OwnFigures.objects.create(**WHOLE)
    assert figures.scope == Scope("command", "AFRICOM")
    assert not figures.published
    for spoil in (
        lambda: OwnFigures.objects.update(name="Other"),
        lambda: OwnFigures.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match=kept("assess_ownfigures")), transaction.atomic():
            spoil()
    assert str(figures) == "Plan"
