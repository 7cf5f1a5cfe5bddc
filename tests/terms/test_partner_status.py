from comity.terms.partner_status import PartnerStatus

KENYA = PartnerStatus(
    "KEN",
    groups=frozenset({"AFRICOM"}),
    not_groups=frozenset({"NATO"}),
    listed=frozenset({"coup"}),
    cleared=frozenset({"default"}),
)


def test_three_answers_to_membership():
    assert [KENYA.belongs(group) for group in ("AFRICOM", "NATO", "MNNA")] == [True, False, None]


def test_three_answers_to_a_list():
    assert [KENYA.is_listed(name) for name in ("coup", "default", "nuclear")] == [True, False, None]
