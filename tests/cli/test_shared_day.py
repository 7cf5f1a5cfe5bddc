from datetime import date

import pytest

from comity.cli.shared_day import day_or_today
from comity.terms.errors import InputError


def test_the_day_that_was_typed_or_today():
    assert day_or_today("2027-03-01") == date(2027, 3, 1)
    assert day_or_today(None) == date.today()
    with pytest.raises(InputError, match="year-month-day"):
        day_or_today("1.3.2027")
