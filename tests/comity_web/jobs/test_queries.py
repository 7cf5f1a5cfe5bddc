from comity_web.jobs.queries import jobs_for, waiting_before


def test_viewers_see_none_and_evaluators_all(queued, people):
    first, second = queued(), queued()
    assert jobs_for(people["vera"]) == []
    assert jobs_for(people["eva"]) == [second, first]


def test_how_many_come_before(queued):
    first, second = queued(), queued()
    assert (waiting_before(first), waiting_before(second)) == (0, 1)
