import numpy as np

from comity.evaluate.multiverse import results_of, run_multiverse
from comity.evaluate.multiverse_influence import unit_influence
from comity.evaluate.multiverse_null import null_tests
from comity.evaluate.multiverse_summary import summarise
from comity.evaluate.specifications import universe_of
from comity.evaluate.study_columns import study_columns
from tests.evaluate.small_study import made, planted_table, small_study


def summary(tmp_path, **changes):
    universe, columns = made(small_study(**changes))
    run_multiverse(universe, columns, tmp_path / "r", data="d")
    frame = results_of(tmp_path / "r", universe)
    names = [str(u) for u in planted_table().column("unit")]
    return summarise(
        universe,
        frame,
        data="d",
        null=null_tests(universe, columns, permutations=19),
        influence=unit_influence(universe, columns, names, most=16),
    )


def test_every_row_of_the_table_can_be_cited(tmp_path):
    found = summary(tmp_path)
    rows = found.rows()
    assert {"quantity", "value", "how", "source"} == set(rows[0])
    assert all(found.provenance.recipe in row["source"] for row in rows)
    values = {row["quantity"]: row["value"] for row in rows}
    assert values["specifications estimated"] == 64
    assert 0 <= values["variance explained by treatment"] <= 1
    assert values["share positive"] + values["share negative"] == 1
    assert np.isclose(found.explained_together, 1, atol=0.2)
    assert found.to_dict()["curve"]["specifications"] == 64


def test_a_table_of_ones_own_is_not_called_all_combinations(tmp_path):
    import pandas as pd

    study = small_study(quantities=("treatment", "confounder"))
    universe = universe_of(study, [{"quantity": "treatment"}, {"quantity": "confounder"}])
    columns = study_columns(study, planted_table())
    run_multiverse(universe, columns, tmp_path / "r", data="d")
    found = summarise(universe, results_of(tmp_path / "r", universe), data="d")
    assert found.rows()[0]["how"] == "the study's own table"
    assert any("read them apart" in line for line in found.provenance.assumed)
    assert len(pd.read_parquet(tmp_path / "r")) == 2


def test_the_word_effect_is_not_used_where_nothing_was_assigned_at_random(tmp_path):
    text = str(summary(tmp_path).to_dict()) + str(summary(tmp_path).rows())
    assert "effect" not in text.replace("fixed effects", "").lower()
    assert "associations" in text


def test_random_assignment_earns_it(tmp_path):
    rows = summary(tmp_path, randomised=True).rows()
    assert any(row["quantity"] == "median effect" for row in rows)
