"""What readers of many rows share: what is kept, what is told, what is refused."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from comity.terms.errors import FileError, UnknownName
from comity.world.observations import (
    keep_partners,
    not_reported,
    observations,
    own_names,
    sidecar,
    sum_by_partner,
)
from comity.world.partners import partners

FILE = Path("some.csv")


def long(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["partner", "indicator", "year", "value"])


def test_rows_without_a_partner_are_counted_and_weighed():
    frame = pd.DataFrame({"name": ["World", "Ghana", "World"], "money": [1000.0, 5.0, 2.4]})
    kept, said = keep_partners(frame, ["", "GHA", ""], label="name", weigh="money", unit="US$")
    assert kept["partner"].tolist() == ["GHA"]
    assert said == ["World: 2 rows without a partner, 1,002 US$."]


def test_sums_of_nothing_are_nothing():
    frame = pd.DataFrame(
        {"partner": "GHA", "year": [2001, 2001, 2002], "a": [1.0, 2.0, np.nan], "b": np.nan}
    )
    found = sum_by_partner(frame, {"a": "x.a", "b": "x.b"})
    assert found[["indicator", "year", "value"]].values.tolist() == [["x.a", 2001, 3.0]]


def test_observations_are_sorted_and_carry_what_was_dropped():
    frame = long(
        ("GHA", "atop.us_defense_pact", 2002, 1.0), ("CAN", "atop.us_defense_pact", 2001, 0.0)
    )
    answer = observations(frame, FILE, "atop", dropped=["something"])
    assert answer["partner"].tolist() == ["CAN", "GHA"]
    assert answer.attrs["dropped"] == ["something"]
    assert answer.dtypes["year"] == np.int64


def test_a_repeated_observation_is_refused():
    row = ("GHA", "atop.us_defense_pact", 2002, 1.0)
    with pytest.raises(FileError, match=r"gives atop.us_defense_pact of GHA in 2002 twice"):
        observations(long(row, row), FILE, "atop")


def test_an_infinite_value_is_refused():
    with pytest.raises(FileError, match="the column 'value'"):
        observations(long(("GHA", "atop.us_defense_pact", 2002, np.inf)), FILE, "atop")


def test_an_indicator_without_a_description_is_our_own_mistake():
    with pytest.raises(AssertionError, match=r"atop\.toml does not describe atop\.other"):
        observations(long(("GHA", "atop.other", 2002, 1.0)), FILE, "atop")


def test_nothing_at_all_is_refused():
    with pytest.raises(FileError, match="no figure for any partner"):
        observations(long(), FILE, "atop")


@pytest.mark.parametrize("source", ["fmtr", "bases", "construction", "exercises"])
def test_every_own_name_points_to_a_partner(source):
    names = own_names(source)
    try:
        assert len(partners().map_names(list(names), names)) == len(names)
    except UnknownName as problem:
        pytest.fail(str(problem))
    assert all(row["why"] for row in sidecar(source, "names"))


def test_partners_that_are_not_reported():
    assert not_reported("atop") == []
    spans = not_reported("fmtr")
    assert all(partner in partners() and first <= last for partner, first, last in spans)
