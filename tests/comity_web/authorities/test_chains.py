from comity.authorities.programs import Money
from comity_web.authorities.chains import chains, in_numbers
from tests.comity_web.authorities.asked import KENYA, question


def build(query, **given):
    given = {"authority": "T10-333", "program": "", "money": (), "lead_days": None} | given
    return chains(question(query).needs, **given)


def test_a_chain_breaks_at_its_process_when_the_notice_is_too_late():
    (found,) = build(f"{KENYA}&today=2027-02-20", lead_days=5)
    assert [link.name for link in found.mechanism.broken] == ["process"]
    assert found.record.citation == "10 USC 333"
    assert in_numbers([found]) == "1 broken"


def test_money_that_nobody_entered_is_not_known():
    (found,) = build(f"{KENYA}&today=2026-11-25", lead_days=60)
    assert in_numbers([found]) == "1 with a link that is not known"
    (whole,) = build(
        f"{KENYA}&today=2026-11-25&amount=5M",
        lead_days=60,
        money=[Money("om-dsca", 2027, 9_000_000)],
    )
    assert in_numbers([whole]) == "1 whole"
