import numpy as np
import pytest

from comity.evaluate.study import Outcome, Treatment
from comity.evaluate.study_columns import study_columns
from comity.methods.panel_columns import Table, shifted
from comity.terms.errors import DataMissing, InputError, UnknownName
from tests.evaluate.small_study import made, planted_table, small_study


def test_every_alternative_is_a_column_once():
    study = small_study(moderators=("none", "big"), required=("confounder", "big"))
    _, found = made(study)
    assert found.names.count("big") == 1
    assert found.interactions[0].tolist()[0] == -1
    product = found.values[:, found.interactions[1, 1]]
    expected = found.values[:, found.treatments[1]] * found.values[:, found.moderators[1]]
    assert np.array_equal(product, expected, equal_nan=True)


def test_lags_are_taken_before_the_sample_rule():
    _, found = made()
    table = planted_table()
    lagged = found.values[:, found.treatments[1]]
    assert np.array_equal(lagged, shifted(table, table.numbers("treat"), 1), equal_nan=True)
    assert np.isfinite(lagged[found.samples["late"]]).all()


def test_deflated_transformed_and_lead():
    study = small_study(
        outcomes=(Outcome("y", 2),), treatments=(Treatment("count", 0, "log1p", "w"),)
    )
    table = planted_table()
    found = study_columns(study, table)
    expected = np.log1p(table.numbers("count") / table.numbers("w"))
    assert np.allclose(found.values[:, found.treatments[0]], expected)
    ahead = shifted(table, table.numbers("y"), -2)
    assert np.array_equal(found.values[:, found.outcomes[0]], ahead, equal_nan=True)


def test_refusals():
    table = planted_table()
    with pytest.raises(InputError, match="deflator 'noise'"):
        study_columns(small_study(treatments=(Treatment("treat", 0, "none", "noise"),)), table)
    with pytest.raises(DataMissing, match="sample 'none'"):
        study_columns(small_study(samples={"none": "year > 3000"}), table)
    with pytest.raises(UnknownName, match="'noize'"):
        study_columns(small_study(options=(("noize",),)), table)
    with pytest.raises(InputError, match="weights 'noise'"):
        study_columns(small_study(weights=("noise",)), table)


def test_controls_that_go_together_and_interactions_with_their_main_terms():
    _, found = made(small_study(options=(("noise*gap", "w"),)))
    names = [found.names[at] for at in found.options[0]]
    assert names == ["noise", "gap", "noise:gap", "w"]
    assert found.position("noise:gap") >= 0
    assert found.position("absent") == -1


def test_a_table_needs_no_names_of_its_own():
    bare = Table(planted_table().columns)
    assert study_columns(small_study(), bare).unit.max() == 39
