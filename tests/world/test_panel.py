import numpy as np
import pytest

from comity.terms.errors import DataMissing, InputError, UnknownName
from tests.world.small_panel import small_panel


def test_the_latest_value_within_the_maximum_age():
    panel = small_panel()
    seen = panel.at(["alpha.score"], 2020, max_age=5, partners=("KEN", "GHA", "CIV", "FRA"))
    np.testing.assert_allclose(seen.values[:2, 0], [1 / 3, -2.0])
    assert np.isnan(seen.values[2:, 0]).all()
    assert seen.observed[:, 0].tolist() == [2019, 2020, 0, 0]
    assert seen.age[:, 0].tolist() == [1, 0, -1, -1]
    assert [seen.vintages[v] if v >= 0 else None for v in seen.vintage[:, 0]] == [
        "alpha v1",
        "alpha v1",
        None,
        None,
    ]
    assert np.isnan(seen.errors[0, 0])


def test_values_are_never_too_old_nor_from_the_future():
    panel = small_panel()
    assert np.isnan(panel.at(["alpha.score"], 2020, max_age=0, partners=("KEN",)).values).all()
    early = panel.at(["alpha.score"], 2018, partners=("KEN", "GHA"))
    assert early.values[0, 0] == 1.5
    assert early.errors[0, 0] == 0.25
    assert np.isnan(early.values[1, 0])


def test_each_indicator_may_have_its_own_age():
    seen = small_panel().at(["alpha.score", "beta.money"], 2020, max_age=[0, 2], partners=("KEN",))
    assert np.isnan(seen.values[0, 0])
    assert seen.values[0, 1] == 1_234_567_890_123.0


def test_zero_is_a_value():
    seen = small_panel().at(["beta.money"], 2020, partners=("CIV",))
    assert seen.values[0, 0] == 0.0
    assert seen.observed[0, 0] == 2020


def test_series_and_frames():
    panel = small_panel()
    years, values = panel.series("alpha.score", "KEN")
    assert years.tolist() == [2018, 2019]
    np.testing.assert_allclose(values, [1.5, 1 / 3])
    assert panel.series("alpha.score", "FRA")[0].tolist() == []
    frame = panel.to_frame(["beta.money"], (2018, 2019))
    assert frame[["partner", "year", "vintage"]].values.tolist() == [["KEN", 2018, "beta 2024"]]
    assert len(panel.to_frame()) == 5


def test_the_edition_changes_with_any_value():
    panel = small_panel()
    assert panel.edition == small_panel().edition
    changed = small_panel()
    changed.value[0] += 1e-9
    assert changed.edition != panel.edition


def test_an_indicator_that_a_user_can_bring_says_how():
    with pytest.raises(DataMissing, match=r"comity world import sfi FILE"):
        small_panel().rows_of("sfi.total")


def test_unknown_indicators_and_years_are_refused():
    panel = small_panel()
    with pytest.raises(UnknownName, match=r"alpha\.score"):
        panel.at(["alpha.scor"], 2020)
    with pytest.raises(InputError, match="2018-2020"):
        panel.at(["alpha.score"], 2021)
    assert repr(panel).startswith("<Panel ")
