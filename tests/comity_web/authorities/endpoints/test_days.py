from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from comity_web.authorities.endpoints.days import Day, day_or_today


def test_a_day_or_today():
    assert day_or_today(date(2027, 3, 1)) == date(2027, 3, 1)
    assert day_or_today(None) == date.today()


@pytest.mark.parametrize("wrong", ["1961-09-03", "2101-01-01", "0"])
def test_the_law_is_asked_between_its_first_day_and_2100(wrong):
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(wrong)
