import pytest

from comity.authorities.timeline import FIRST_YEAR, counts, events, timeline
from comity.terms.errors import InputError


def test_a_renumbering_is_one_event_and_not_an_end_and_a_beginning():
    found = [e for e in events(first=2016, last=2016) if "T10-2282" in e.ids]
    assert [e.what for e in found] == ["renumbered"]
    assert "becomes 10 USC 333" in found[0].text
    assert not [e for e in events() if e.ids == ("T10-333",) and e.what == "begins"]


def test_the_reform_of_2016_renumbered_most():
    """PL 114-328 of 23 December 2016 moved or repealed 26 rows of the research table."""
    moved = [e for e in events(first=2016, last=2016) if e.what == "renumbered"]
    assert len(moved) >= 26
    assert {e.when for e in moved} == {"2016-12-23"}


def test_it_runs_in_order_from_1961():
    found = events()
    assert [e.when for e in found] == sorted(e.when for e in found)
    assert found[0].when.startswith(str(FIRST_YEAR))
    assert any("FAA 503" in e.text for e in found if e.when == "1961-09-04")


def test_recalled_dates_say_so():
    by_id = {e.ids[0]: e for e in events() if e.what == "begins"}
    assert by_id["T10-421"].certainty.value == "recalled" if "T10-421" in by_id else True
    assert by_id["FAA-116"].certainty.value == "recalled"
    assert by_id["NDAA16-1250"].certainty.value == "verified"


def test_counts_of_a_year_add_up_and_unknown_dates_stand_apart():
    """At the end of 2016 chapter 16 stood, at the end of 2015 it did not."""
    before, after = counts(2015, 2016)
    assert after.title_10 > before.title_10
    assert before.unsure > 0
    assert after.year == 2016


def test_an_event_in_plain_values():
    assert set(events()[0].to_dict()) == {"when", "what", "ids", "title", "text", "certainty"}


def test_events_and_years_together():
    found = timeline(2026).to_dict()
    assert (found["first"], found["years"][0]["year"], found["years"][-1]["year"]) == (
        1961,
        1961,
        2026,
    )
    assert len(found["events"]) == len(events(last=2026))
    with pytest.raises(InputError, match="between 1961"):
        timeline(2026, first=1950)
