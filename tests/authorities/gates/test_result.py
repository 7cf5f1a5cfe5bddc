from datetime import date

from comity.authorities.gates.result import Clock, GateReason, GateResult, clock_reasons, told
from comity.terms.authority import Outcome

DAY = date(2027, 3, 1)


def reason(outcome):
    return GateReason(outcome, "text", "law")


def test_one_fail_fails_and_one_unknown_leaves_it_open():
    found = {
        (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN): Outcome.FAIL,
        (Outcome.PASS, Outcome.UNKNOWN): Outcome.UNKNOWN,
        (Outcome.PASS,): Outcome.PASS,
        (): Outcome.UNKNOWN,
    }
    for outcomes, wanted in found.items():
        assert GateResult("g", DAY, tuple(map(reason, outcomes))).outcome is wanted


def test_a_clock_is_late_when_done_late_or_not_done_in_time():
    assert Clock("x", DAY, date(2027, 3, 2)).late_on(date(2027, 2, 1))
    assert not Clock("x", DAY, date(2027, 3, 1)).late_on(date(2027, 5, 1))
    assert Clock("x", DAY).late_on(date(2027, 3, 2))
    assert not Clock("x", DAY).late_on(DAY)
    late = clock_reasons([Clock("report", DAY)], date(2027, 3, 2), "law")
    assert late[0].text == "report: due by 2027-03-01, not done"


def test_a_fact_nobody_entered_is_unknown():
    outcomes = [
        told(f, good="g", bad="b", open_="o", citation="").outcome for f in (True, False, None)
    ]
    assert outcomes == [Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN]


def test_plain_values_carry_reasons_citations_and_clocks():
    result = GateResult("g", DAY, (reason(Outcome.FAIL),), (Clock("x", DAY),))
    found = result.to_dict()
    assert found["reasons"] == [{"outcome": "fail", "text": "text", "citation": "law"}]
    assert found["clocks"][0]["late"] is False
    assert "not legal advice" in found["disclaimer"]
    assert result.of(Outcome.PASS) == ()
