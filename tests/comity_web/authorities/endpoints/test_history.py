from comity.authorities.timeline import timeline


def test_the_timeline_is_the_librarys(program):
    found = program("vera").get("/authorities/timeline?first=2016&last=2018")
    assert found == timeline(2018, first=2016).to_dict()
    assert [one["year"] for one in found["years"]] == [2016, 2017, 2018]


def test_years_in_the_wrong_order_are_refused(program):
    program("vera").get("/authorities/timeline?first=2020&last=2018", 400)


def test_events_as_a_table(program):
    answer = program("vera").call("GET", "/authorities/timeline?first=2016&last=2016&format=csv")
    assert answer.content.startswith(b"when,what,ids")
