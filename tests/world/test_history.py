import numpy as np
import pytest

from comity.terms.errors import DataMissing
from comity.world.build import FIRST_YEAR
from comity.world.history import INDICATORS, compile_history, history_path, load_history
from comity.world.load import load_panel


def test_it_ends_where_the_panel_begins_and_holds_what_may_ship():
    history = load_history()
    assert history.years == (1960, FIRST_YEAR - 1)
    assert set(history.indicators) == set(INDICATORS)
    assert {str(one.licence) for one in history.catalogue.values()} <= {"P", "O"}
    assert set(history.partners) <= set(load_panel().partners)


def test_the_congo_was_at_war_in_its_first_years():
    """UCDP/PRIO lists armed conflict inside the Congo in 1964 and none in 1970."""
    years, values = load_history().series("ucdp_prio.intrastate_conflict", "COD")
    by_year = dict(zip(years.tolist(), values.tolist(), strict=True))
    assert (by_year[1964], by_year[1970]) == (1.0, 0.0)


def test_a_folder_without_the_files_is_refused(tmp_path):
    with pytest.raises(DataMissing, match="No file of gapminder"):
        compile_history(tmp_path, tmp_path / "history.parquet")


@pytest.mark.publisher
def test_the_shipped_file_is_what_the_readers_give(publisher_data, tmp_path):
    again = tmp_path / "history.parquet"
    panel = compile_history(publisher_data, again)
    assert again.read_bytes() == history_path().read_bytes()
    np.testing.assert_array_equal(panel.value, load_history().value)
