from datetime import date

from comity_web.access.trail_search import COLUMNS, TrailForm, kinds_for, matching, shown, told


def test_kinds_are_those_that_somebody_may_see(people):
    assert kinds_for(people["nina"]) == ["user.created", "user.password_chosen"]
    assert "membership.granted" in kinds_for(people["ada"])


def test_the_last_day_counts_whole(people):
    event = matching(people["ada"], {}).first()
    day = event.at.date()
    assert event in matching(people["ada"], {"since": day, "until": day})
    assert not matching(people["ada"], {"since": date(2999, 1, 1)}).exists()


def test_about_finds_part_of_a_name_or_a_whole_key(people):
    assert matching(people["ada"], {"target": "ver"}).filter(target_name="vera").exists()
    key = str(people["vera"].pk)
    assert matching(people["ada"], {"target": key}).filter(target_name="vera").exists()


def test_a_kind_that_is_not_there_is_refused(people):
    assert not TrailForm({"kind": "x.y"}, kinds=kinds_for(people["ada"])).is_valid()


def test_lines_for_pages_and_files_tell_the_same(people):
    events = matching(people["ada"], {"actor": "nina"})
    [line] = told(events)
    assert tuple(line) == COLUMNS
    assert line["sentence"] == shown(list(events))[0]["sentence"] == "nina chose a new password"
