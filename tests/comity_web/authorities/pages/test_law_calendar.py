PLAN = "T10-333:2027-03-01:train:military"


def test_reports_and_the_notice_of_a_plan_stand_in_the_year(signed_in):
    text = signed_in("vera").get(f"/authorities/calendar/?fy=2027&plan={PLAN}").content.decode()
    assert "Reports and notices of fiscal year 2027" in text
    assert text.index("2027-02-14") < text.index("Train for military starts")
    assert "Without a day" in text


def test_a_plan_from_the_form_becomes_part_of_the_address(signed_in):
    answer = signed_in("vera").get(
        "/authorities/calendar/?fy=2027&plan_authority=T10-333&plan_day=2027-03-01"
        "&plan_activity=train&plan_recipient=military"
    )
    assert (
        answer["Location"]
        == "/authorities/calendar/?fy=2027&plan=T10-333%3A2027-03-01%3Atrain%3Amilitary"
    )


def test_a_plan_can_be_taken_out(signed_in):
    text = signed_in("vera").get(f"/authorities/calendar/?fy=2027&plan={PLAN}").content.decode()
    assert 'href="?fy=2027">take out' in text


def test_a_year_that_there_is_not_is_refused(signed_in):
    assert signed_in("vera").get("/authorities/calendar/?fy=1900").status_code == 400
