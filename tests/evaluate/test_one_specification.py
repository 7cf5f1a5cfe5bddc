"""A specification taken out of a study gives the number that the study gave."""

import numpy as np
import pytest

from comity.evaluate.multiverse import estimate_all
from comity.evaluate.one_specification import one_specification, study_toml
from comity.evaluate.specifications import universe_of
from comity.evaluate.study import Outcome
from comity.evaluate.study_columns import study_columns
from comity.evaluate.study_data import read_table
from comity.evaluate.study_file import read_study
from comity.terms.errors import RecipeError, UnknownName
from tests.evaluate.small_study import made, planted_table, small_study


def settings_of(universe, number):
    taken = universe.alternatives(np.array([number]))[0]
    named = {
        name: names[at] for (name, names), at in zip(universe.labels.items(), taken, strict=True)
    }
    controls = [
        name.removeprefix("control: ")
        for name, value in named.items()
        if name.startswith("control: ") and value == "in"
    ]
    return named, controls


def test_each_specification_by_itself_gives_the_same_number_through_a_file(tmp_path):
    import pandas as pd

    study, table = small_study(), planted_table()
    universe, columns = made(study, table)
    whole = estimate_all(universe, columns)
    pd.DataFrame(dict(table.columns)).to_csv(tmp_path / "panel.csv", index=False)
    for number in (0, 7, 19, len(universe) - 1):
        one = one_specification(study, *settings_of(universe, number))
        path = tmp_path / "one.toml"
        path.write_text(study_toml(one, {"file": "panel.csv"}), encoding="utf-8")
        read, source, _ = read_study(path)
        again = read_table(source.file, unit=read.unit, period=read.period)
        alone = universe_of(read)
        assert len(alone) == 1
        found = estimate_all(alone, study_columns(read, again))
        assert found.estimate[0] == pytest.approx(whole.estimate[number], rel=1e-10)
        assert found.std_error[0] == pytest.approx(whole.std_error[number], rel=1e-10)
        assert found.nobs[0] == whole.nobs[number]


def test_a_whole_study_goes_through_its_file_unchanged(tmp_path):
    study = small_study(options=(("noise",), ("gap", "w")))
    path = tmp_path / "study.toml"
    path.write_text(study_toml(study, {"file": "panel.csv"}), encoding="utf-8")
    assert read_study(path)[0] == study


def test_what_the_study_does_not_list_is_refused():
    study = small_study()
    universe, _ = made(study)
    settings, controls = settings_of(universe, 0)
    with pytest.raises(UnknownName, match="sample"):
        one_specification(study, {**settings, "sample": "never"}, controls)
    with pytest.raises(UnknownName, match="optional control"):
        one_specification(study, settings, ["comets"])
    odd = small_study(outcomes=(Outcome("y"), Outcome("count", 1)))
    with pytest.raises(RecipeError, match="combinations"):
        study_toml(odd, {"file": "panel.csv"})
