import pytest

from comity_web.access.queries import events_for


@pytest.mark.parametrize("who", ["ada", "vera", "petra", "nina"])
def test_a_caller_reads_the_lines_that_pages_would_show(program, people, who):
    caller = program(who)
    page = caller.get("/events?limit=1000")
    assert [one["id"] for one in page["items"]] == list(
        events_for(people[who]).values_list("id", flat=True)
    )


def test_lines_are_found_by_what_was_done_and_when(program):
    caller = program("ada")
    made = caller.get("/events?action=token.created&actor=ada")["items"]
    assert [one["actor"] for one in made] == ["ada"]
    assert made[0]["after"]["reads_only"] is False
    assert caller.get("/events?until=2001-01-01")["total"] == 0
    assert caller.get("/events?since=2001-01-01&limit=2")["next"]


def test_nobody_reads_no_trail(program):
    program().get("/events", 401)
