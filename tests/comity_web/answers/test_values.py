from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from comity_web.answers.values import SMALL, Day, Draws, Key, Line


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Line, "Côte d'Ivoire", "a\x00b"),
        (Line, "x" * 200, "x" * 201),
        (Draws, 10_000, 10_001),
        (Key, SMALL, SMALL + 1),
        (Key, 1, 0),
    ],
)
def test_values_are_bounded(kind, good, bad):
    adapter = TypeAdapter(kind)
    assert adapter.validate_python(good) == good
    with pytest.raises(ValidationError):
        adapter.validate_python(bad)


def test_a_day_is_written_as_a_day():
    assert TypeAdapter(Day).validate_python("2027-03-01") == date(2027, 3, 1)
    for wrong in ("0", 0, "1 March 2027", "2027-02-30"):
        with pytest.raises(ValidationError, match="2027-03-01"):
            TypeAdapter(Day).validate_python(wrong)
