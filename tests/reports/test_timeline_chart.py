from datetime import date

import pytest

from comity.authorities.timeline import Event, Timeline, YearCount, timeline
from comity.reports.timeline_chart import timeline_chart
from comity.terms.authority import Certainty
from tests.reports.chart_checks import check


def happened(when, what):
    return Event(when, what, ("X",), "Title 10", "an invented act", Certainty.RECALLED)


INVENTED = Timeline(
    2015,
    2017,
    (happened("2015-05-01", "begins"), happened("2016-12-23", "renumbered"),
     happened("2016-12-23", "renumbered"), happened("2017", "ends")),
    (YearCount(2015, 3, 2, 1, 4), YearCount(2016, 5, 2, 0, 3), YearCount(2017, 4, 2, 0, 2)),
)  # fmt: skip


def test_spec(snapshot):
    assert check(timeline_chart(INVENTED)) == snapshot


def test_the_table_counts_what_stood_and_what_happened():
    rows = {row["year"]: row for row in timeline_chart(INVENTED).table}
    assert (rows[2016]["Title 10"], rows[2016]["renumbered"], rows[2016]["began"]) == (5, 2, 0)
    assert (rows[2015]["began"], rows[2017]["ended"], rows[2017]["to be checked"]) == (1, 1, 2)


def test_the_words_say_the_ends_and_the_year_of_most_renumberings():
    said = timeline_chart(INVENTED).summary
    assert said.startswith(
        "6 records of this catalogue stood at the end of 2015 and 6 at the end of 2017."
    )
    assert "Most renumberings fell in 2016: 2." in said


def test_years_without_a_renumbering_say_so():
    quiet = Timeline(2015, 2015, (), INVENTED.years[:1])
    assert "Nothing was renumbered." in timeline_chart(quiet).summary


@pytest.mark.parametrize("last", [1961, date.today().year])
def test_the_real_history_can_be_drawn(last):
    check(timeline_chart(timeline(last)))
