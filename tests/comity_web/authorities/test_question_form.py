from datetime import date

import pytest
from django.http import QueryDict

from comity_web.authorities import question_form
from comity_web.authorities.question_form import QuestionForm, settled
from tests.comity_web.authorities.asked import KENYA, PACKAGE, question


def test_an_address_becomes_a_question():
    form = question(f"{KENYA}&amount=5M&listed=coup&cleared=all&group=PfP")
    asked = form.first
    assert (asked.activity, asked.recipient, asked.amount) == ("train", "military", 5_000_000)
    assert asked.on == date(2027, 3, 1)
    assert asked.partner.code == "KEN"
    assert asked.partner.is_listed("coup") is True
    assert asked.partner.is_listed("child-soldiers") is False, "all others were cleared"
    assert asked.partner.belongs("PfP") is True


def test_activities_pair_with_the_recipients_beside_them_and_empty_rows_are_no_parts():
    data = "activity=train&recipient=police&activity=&recipient=military&activity=equip&recipient=ministry"
    form = question(f"{data}&on=2027-03-01")
    assert [(q.activity, q.recipient) for q in form.needs] == [
        ("train", "police"),
        ("equip", "ministry"),
    ]
    assert len(form.rows) == question_form.ROWS
    assert len(question(PACKAGE).rows) == 4, "a full package offers one more row"


def test_without_an_activity_nothing_was_asked():
    assert not QuestionForm(QueryDict("partner=KEN")).asked
    assert QuestionForm(QueryDict("activity=train")).asked


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("activity=trian", "train"),
        ("activity=train&on=1950-01-01", "begins on 1961-09-04"),
        ("activity=train&on=2027-03-01&until=2026-01-01", "before the first day"),
        ("activity=train&listed=coup", "choose it"),
        ("activity=train&partner=KEN&listed=coup&cleared=coup", "both ways"),
        ("activity=train&partner=Atlantis", "Atlantis"),
        ("&".join(["activity=train"] * 25), "at most 24"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_the_form(query, said):
    form = QuestionForm(QueryDict(query))
    assert not form.is_valid()
    assert said in " ".join(form.refusals)


def test_an_address_is_settled_once():
    data = QueryDict(
        "activity=train&recipient=&partner=Kenya&purpose=&amount=&verdict=usable&on=2027-03-01"
    )
    form = QuestionForm(data)
    assert form.is_valid()
    query = settled(data, form, ["verdict"])
    assert query == "activity=train&recipient=military&partner=KEN&on=2027-03-01&verdict=usable"
    again = QueryDict(query)
    form = QuestionForm(again)
    assert form.is_valid()
    assert settled(again, form, ["verdict"]) is None


def test_the_day_of_the_question_becomes_part_of_the_address(monkeypatch):
    monkeypatch.setattr(question_form, "today", lambda: date(2026, 11, 25))
    form = question("activity=train")
    assert "on=2026-11-25" in form.query
    assert form.first.today == date(2026, 11, 25)


def test_a_part_of_a_package_has_an_address_of_its_own():
    form = question(PACKAGE)
    alone = question(form.query_of(form.needs[2]))
    assert [(q.activity, q.recipient) for q in alone.needs] == [
        ("institution-building", "ministry")
    ]
    assert alone.first.partner.code == "PHL"


def test_it_says_what_comity_knows_of_groups_and_what_is_ticked():
    form = question(f"{KENYA}&not_group=AFRICOM&cleared=coup")
    marks = {mark.name: mark for mark in form.groups}
    assert marks["AFRICOM"].second
    assert marks["NATO"].meaning == "does not belong"
    assert marks["NATO+5"].meaning == "does not belong", "groups made of groups are known too"
    assert next(mark for mark in form.lists if mark.name == "coup").second
    assert form.tells_more
    assert not question(KENYA).tells_more
