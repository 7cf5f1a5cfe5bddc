from datetime import date

import pytest

from comity.cli.shared_question import in_a_sentence, package_of
from comity.terms.errors import InputError

TYPED = {
    "activities": ("train",),
    "pairs": (),
    "purpose": "counterterrorism",
    "partner": "KEN",
    "recipients": ("military",),
    "amount": "5M",
    "project": None,
    "on": "2027-03-01",
    "until": None,
    "aim": "",
    "listed": (),
    "cleared": (),
    "groups": (),
    "not_groups": (),
    "today": "2026-11-24",
}


def test_what_was_typed_becomes_a_question():
    query = package_of(TYPED).first
    assert (query.activity, query.amount, query.partner.code) == ("train", 5_000_000, "KEN")
    assert query.today == date(2026, 11, 24)
    assert in_a_sentence(query) == (
        "train for military of Kenya, purpose counterterrorism, USD 5,000,000 in the fiscal year, "
        "from 2027-03-01"
    )


def test_activities_times_recipients_and_exact_needs():
    typed = TYPED | {
        "activities": ("train", "equip"),
        "recipients": ("military", "police"),
        "pairs": ("institution-building:ministry",),
    }
    needs = [(q.activity, q.recipient) for q in package_of(typed).needs]
    assert needs == [
        ("train", "military"),
        ("train", "police"),
        ("equip", "military"),
        ("equip", "police"),
        ("institution-building", "ministry"),
    ]


def test_all_clears_every_list_but_those_it_is_on():
    partner = package_of(TYPED | {"listed": ("coup",), "cleared": ("all",)}).first.partner
    assert partner.is_listed("coup") is True
    assert partner.is_listed("child-soldiers") is False


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"activities": ()}, "--activity or --need"),
        ({"pairs": ("train",)}, "activity:recipient"),
        ({"amount": "lots"}, "not an amount"),
        ({"partner": "", "listed": ("coup",)}, "name it with --partner"),
        ({"on": "1.3.2027"}, "year-month-day"),
    ],
)
def test_what_cannot_be_read_is_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        package_of(TYPED | wrong)
