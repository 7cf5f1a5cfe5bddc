def test_it_fails_with_the_reason_and_the_law(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/gates/construction/?projects=700000%3B1800000&on=2023-06-30")
        .content.decode()
    )
    assert '<span class="outcome fail">fail</span> on 2023-06-30' in text
    assert "USD 1,800,000 is above the ceiling of USD 1,500,000 on 2023-06-30" in text
    assert "10 USC 301(8)" in text


def test_a_late_report_has_a_clock(signed_in):
    text = (
        signed_in("vera")
        .get(
            "/authorities/gates/leahy/?vetting=credible+information&emergency=yes&used_on=2027-01-01&on=2027-03-01"
        )
        .content.decode()
    )
    assert "Clocks" in text
    assert "late" in text


def test_empty_fields_and_strange_ones_leave_the_address(signed_in):
    answer = signed_in("vera").get("/authorities/gates/leahy/?law=dod&vetting=&x=1&on=2027-03-01")
    assert answer["Location"] == "/authorities/gates/leahy/?law=dod&on=2027-03-01"


def test_nothing_is_answered_before_it_is_asked(signed_in):
    text = signed_in("vera").get("/authorities/gates/leahy/").content.decode()
    assert "No answer yet" in text


def test_a_fact_that_cannot_be_read_is_told_at_the_form(signed_in):
    answer = signed_in("vera").get("/authorities/gates/construction/?projects=many")
    assert answer.status_code == 200
    assert "whole number" in answer.content.decode()


def test_an_unknown_gate_is_not_found(signed_in):
    assert signed_in("vera").get("/authorities/gates/lehy/").status_code == 404
