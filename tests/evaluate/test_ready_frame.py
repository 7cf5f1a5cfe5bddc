import numpy as np
import pytest

from comity.evaluate.ready_frame import assemble, first_complete, needs_of
from comity.evaluate.ready_recipe import get_ready
from comity.terms.errors import DataMissing
from comity.world.importing import import_source
from comity.world.load import load_panel


def test_every_study_has_a_variant_that_the_embedded_panel_runs():
    for name in ("africa", "fragile-states", "fragility", "training-allocation"):
        study = get_ready(name)
        assert first_complete(study, load_panel(imports=False)).id == "embedded"


def test_what_is_missing_says_how_to_bring_it():
    study = get_ready("fragility")
    panel = load_panel(imports=False)
    needs = {need.column: need for need in needs_of(study, study.chosen("index"), panel)}
    assert not needs["fragility"].here
    assert needs["fragility"].licence == "C"
    assert needs["fragility"].how.startswith("comity world import sfi FILE (http")
    assert needs["total"].here
    assert "FY1946-2020" in needs["total"].vintage
    with pytest.raises(DataMissing, match="comity world import sfi FILE"):
        assemble(study, study.chosen("index"), panel)


def test_africa_reaches_back_to_1960_and_knows_missions():
    study = get_ready("africa")
    table = assemble(study, study.chosen("embedded"), load_panel(imports=False))
    at = (table.column("partner") == "COD") & (table.numbers("year") == 1964)
    assert table.numbers("civil_war")[at].tolist() == [1.0]
    assert table.numbers("mission")[at].tolist() == [1.0]
    assert np.isfinite(table.numbers("sc_head")[at]).all()
    assert set(table.column("partner")) >= {"KEN", "SSD"}
    assert "USA" not in table.column("partner")


def test_a_column_of_an_absent_optional_indicator_is_left_out_and_regions_are_words():
    panel = load_panel(imports=False)
    study = get_ready("fragile-states")
    assert "any_coup" not in assemble(study, study.chosen("embedded"), panel).columns
    study = get_ready("training-allocation")
    table = assemble(study, study.chosen("embedded"), panel)
    assert table.column("un_region")[table.column("partner") == "KEN"][0] == "Africa"


@pytest.mark.publisher
def test_the_acceptance_numbers_of_the_index_in_the_frame(publisher_data):
    """Means of the index by year, as another public copy has them.

    That copy repeats the scores of Serbia and Montenegro and of Sudan for later states, so its
    counts are 166 and 167 in the early years; 2018, where no row is repeated, is the same.
    """
    import_source("sfi", publisher_data / "state-fragility-index" / "SFIv2018.csv")
    study = get_ready("fragility")
    panel = load_panel()
    assert first_complete(study, panel).id == "index"
    table = assemble(study, study.chosen("index"), panel)
    year, index = table.numbers("year"), table.numbers("fragility")
    of_2018 = index[(year == 2018) & np.isfinite(index)]
    years, american = panel.series("sfi.total", "USA")  # a study leaves the United States out
    every = [*of_2018, american[years == 2018][0]]
    assert (len(every), round(float(np.mean(every)), 3)) == (167, 7.976)
    core = table.numbers("fragility_core")
    known = np.isfinite(core)
    parts = sum(table.numbers(f"part_{i}") for i in (1, 2, 3, 4))
    assert (core[known] + parts[known] == index[known]).all()
    assert (core[known] >= 0).all()
    assert core[known].max() <= 12
