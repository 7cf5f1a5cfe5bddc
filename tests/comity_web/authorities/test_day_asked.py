from datetime import date

import pytest
from django.http import QueryDict

from comity.terms.errors import InputError
from comity_web.authorities import day_asked
from comity_web.authorities.day_asked import number_asked


def test_a_day_or_today(monkeypatch):
    monkeypatch.setattr(day_asked, "today", lambda: date(2026, 11, 25))
    assert day_asked.day_asked(QueryDict("on=2027-03-01")) == date(2027, 3, 1)
    assert day_asked.day_asked(QueryDict("on=")) == date(2026, 11, 25)
    with pytest.raises(InputError, match="not a day"):
        day_asked.day_asked(QueryDict("on=soon"))


@pytest.mark.parametrize("text", ["x", "-1", "11", "1.5"])
def test_a_number_out_of_range_is_refused(text):
    with pytest.raises(InputError, match="from 0 to 10"):
        number_asked(QueryDict(f"n={text}"), "n", 3, least=0, most=10)


def test_a_number_or_the_usual_one():
    assert number_asked(QueryDict("n=7"), "n", 3, least=0, most=10) == 7
    assert number_asked(QueryDict(""), "n", 3, least=0, most=10) == 3
