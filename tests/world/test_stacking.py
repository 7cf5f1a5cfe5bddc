import numpy as np
import pandas as pd
import pytest

from comity.terms.errors import InputError
from comity.world.stacking import to_frame, to_panel
from tests.world.small_panel import described, small_frame, small_panel


def test_rows_are_sorted_whatever_their_order():
    frame = small_frame()
    catalogue = {name: described(name) for name in ("alpha.score", "beta.money")}
    shuffled = to_panel(frame.iloc[[4, 2, 0, 3, 1]], catalogue)
    assert shuffled.edition == small_panel().edition
    assert shuffled.partners == ("CIV", "GHA", "KEN")
    assert shuffled.year.tolist() == [2020, 2018, 2019, 2020, 2018]


def test_lookup_gives_the_latest_value():
    snapshot = small_panel().at(["alpha.score", "beta.money"], 2020, partners=["KEN", "CIV"])
    assert snapshot.values[0].tolist() == [0.333333333333333, 1_234_567_890_123.0]
    assert snapshot.age.tolist() == [[1, 2], [-1, 0]]


def test_frame_and_back_is_the_same_panel():
    panel = small_panel()
    assert to_panel(to_frame(panel), panel.catalogue).edition == panel.edition


def test_repeated_partner_year_is_refused():
    frame = pd.concat([small_frame(), small_frame().iloc[[0]]])
    with pytest.raises(InputError, match=r"KEN has two values of alpha.score for 2018"):
        to_panel(frame, small_panel().catalogue)


def test_value_without_description_is_refused():
    with pytest.raises(InputError, match=r"'beta.money' has values but no description"):
        to_panel(small_frame(), {"alpha.score": described("alpha.score")})


def test_errors_stay_missing():
    assert np.isnan(small_panel().error).tolist() == [False, False, True, True, True]
