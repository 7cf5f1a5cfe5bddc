from datetime import date

import pytest

from comity.terms.errors import InputError
from comity.terms.moment import Moment, Span, parse_moment


def test_a_day_or_a_year():
    assert str(parse_moment("2016-12-23")) == "2016-12-23"
    year = parse_moment("2016")
    assert (str(year), year.is_day) == ("2016", False)
    assert (year.earliest, year.latest) == (date(2016, 1, 1), date(2016, 12, 31))
    assert parse_moment(" ") is None


@pytest.mark.parametrize("text", ["2016-13-01", "16", "soon", "20161"])
def test_anything_else_is_refused(text):
    with pytest.raises(InputError, match="is not a date"):
        parse_moment(text)


def test_a_span_holds_only_where_it_surely_does():
    span = Span(parse_moment("2016"), parse_moment("2018"))
    assert not span.holds(date(2016, 6, 1))
    assert span.holds(date(2017, 6, 1))
    assert not span.holds(date(2018, 6, 1))
    assert Span().holds(date(1900, 1, 1))


def test_moments_are_ordered():
    assert Moment(date(2016, 1, 1), date(2016, 1, 1)) < Moment(date(2017, 1, 1), date(2017, 1, 1))
