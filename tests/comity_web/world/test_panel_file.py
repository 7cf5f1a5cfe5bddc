import pandas as pd
import pytest

import comity
from comity_web.world.panel_file import panel_file


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["csv", "parquet", "json"])
def test_every_kind_holds_every_value_with_its_source_and_licence(kind):
    read = {
        "csv": pd.read_csv,
        "parquet": pd.read_parquet,
        "json": lambda path: pd.read_json(path, lines=True),
    }
    frame = read[kind](panel_file(kind))
    panel = comity.load_panel()
    assert len(frame) == len(panel.value)
    assert frame["value"].sum() == pytest.approx(panel.value.sum(), rel=1e-9)
    assert set(frame["licence"]) <= {"P", "O"}
    kenya = frame[(frame["partner"] == "KEN") & (frame["indicator"] == "wgi.rule_of_law")]
    years, values = panel.series("wgi.rule_of_law", "KEN")
    assert list(kenya["year"]) == years.tolist()
    assert list(kenya["value"]) == pytest.approx(values.tolist(), rel=1e-9)
    assert set(kenya["source"]) == {"wgi"}


def test_a_file_is_written_once_and_nothing_half_written_stays():
    first = panel_file("parquet")
    before = first.stat().st_mtime_ns
    assert panel_file("parquet") == first
    assert first.stat().st_mtime_ns == before
    assert [path.name for path in first.parent.iterdir()] == [first.name]
