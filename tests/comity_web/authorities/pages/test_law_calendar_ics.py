def test_a_calendar_program_gets_the_same_entries(signed_in):
    answer = signed_in("vera").get(
        "/authorities/calendar.ics?fy=2027&plan=T10-333:2027-03-01:train:military"
    )
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="law-fy2027.ics"'
    text = answer.content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270214" in text
