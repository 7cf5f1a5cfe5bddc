from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import PurePosixPath

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.cli.shared_values import as_cell, as_plain, as_text, is_missing, is_number

MISSING = [None, float("nan"), np.nan, float("inf"), pd.NA, pd.NaT, np.float64("nan")]


class Level(StrEnum):
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Score:
    partner: str
    value: float
    range: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Described:
    value: float

    def to_dict(self):
        return {"shown": self.value}


@pytest.mark.parametrize("value", MISSING)
def test_every_kind_of_missing_is_null_empty_and_a_dash(value):
    assert is_missing(value)
    assert as_plain(value) is None
    assert as_cell(value) == ""
    assert as_text(value) == "-"
    assert not is_number(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "", [], np.int64(0)])
def test_nothing_and_zero_are_not_missing(value):
    assert not is_missing(value)
    assert as_plain(value) is not None


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),
        (np.array([1.0, np.nan]), [1.0, None]),
        (pd.Series([1, 2]), [1, 2]),
        (Level.HIGH, "high"),
        ({"b", "a"}, ["a", "b"]),
        ({1: date(2022, 1, 2)}, {"1": "2022-01-02"}),
        (datetime(2022, 1, 2, 3, tzinfo=UTC), "2022-01-02T03:00:00+00:00"),
        (Score("KEN", float("nan"), (0.0, 1.0)), {"partner": "KEN", "value": None, "range": [0.0, 1.0]}),
        (Described(2.0), {"shown": 2.0}),
        (PurePosixPath("a/b"), "a/b"),
    ],
)  # fmt: skip
def test_what_json_can_carry(value, plain):
    assert as_plain(value) == plain
    assert type(as_plain(value)) is type(plain)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2022, "2022"),
        (123456, "123,456"),
        (-123456, "-123,456"),
        (0.5, "0.500"),
        (0.0, "0.000"),
        (12345.678, "12,346"),
        (0.00001234, "1.23e-05"),
        (True, "yes"),
        (["a", "b"], "a; b"),
        ({"a": 1, "b": None}, "a: 1; b: "),
        (date(2022, 1, 2), "2022-01-02"),
        ("", "-"),
        ("Türkiye", "Türkiye"),
    ],
)
def test_what_a_person_reads(value, text):
    assert as_text(value) == text


def test_dates_stay_dates_in_files():
    assert as_cell(date(2022, 1, 2)) == date(2022, 1, 2)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_files_keep_every_digit(number):
    assert as_cell(number) == number
    assert as_plain(np.float64(number)) == number
