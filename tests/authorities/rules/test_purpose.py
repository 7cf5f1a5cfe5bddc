from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.purpose import judge
from comity.terms.authority import Answer

NINE = (
    "counterterrorism", "counter-wmd", "counternarcotics", "counter-crime", "maritime-security",
    "border-security", "military-intelligence", "air-domain-awareness", "coalition-operations", "cyber",
)  # fmt: skip


def asked(purpose, day=date(2027, 3, 1), authority="T10-333"):
    record = catalogue()[authority]
    return judge(record, record.fit, Query("train", day, purpose=purpose))


def test_the_nine_purposes_of_section_333_and_no_other():
    """10 USC 333(a)(1)-(9), read through PL 117-81; maritime and border are one paragraph."""
    for purpose in NINE:
        assert asked(purpose).answer in {Answer.YES, Answer.IF}, purpose
    for purpose in ("self-defence", "interoperability", "disaster-relief", "defence-governance"):
        assert asked(purpose).answer is Answer.NO, purpose


def test_a_purpose_that_came_later_is_no_then_check_then_yes():
    """Cyber is absent through PL 116-18 and present through PL 117-81."""
    found = [asked("cyber", date(year, 6, 1)).answer for year in (2018, 2020, 2022)]
    assert found == [Answer.NO, Answer.CHECK, Answer.YES]


def test_without_a_purpose_a_limit_becomes_a_condition():
    record = catalogue()["T10-127e"]
    found = judge(record, record.fit, Query("train", date(2027, 3, 1)))
    assert (found.answer, found.why) == (Answer.IF, "if the purpose is counterterrorism")
    record = catalogue()["T10-321"]
    assert judge(record, record.fit, Query("train", date(2027, 3, 1))).answer is Answer.YES
