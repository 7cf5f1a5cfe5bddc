from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.activity import judge
from comity.terms.authority import Answer


def asked(authority, activity):
    record = catalogue()[authority]
    return judge(record, record.fit, Query(activity, date(2027, 3, 1)))


def test_training_law_gives_no_equipment():
    """10 USC 321 pays incremental expenses; 301(5) keeps equipment out of them."""
    assert asked("T10-321", "equip").answer is Answer.NO
    assert asked("T10-321", "train").answer is Answer.IF
    assert asked("T10-333", "equip").answer is Answer.YES


def test_the_companion_authority_reaches_any_activity_on_condition():
    found = asked("T10-385", "equip")
    assert found.answer is Answer.IF
    assert "another US agency" in found.why
