import pytest

from comity.assess.model import PropensityModel
from comity.reports.workbook import workbook_bytes
from tests.reports.recalculation import edit_weights
from tests.reports.small_world import small_scores


@pytest.fixture
def exported(tmp_path):
    path = tmp_path / "scores.xlsx"
    path.write_bytes(workbook_bytes(small_scores()))
    return path


def test_nothing_changed(run, exported):
    answer = run("assess", "import-workbook", exported)
    assert answer.code == 0
    assert "No weight differs from small" in answer.out


def test_the_model_is_written_and_loads(run, exported, tmp_path):
    edit_weights(exported, tmp_path / "e.xlsx", {"ties": 3.5})
    out = tmp_path / "mine.toml"
    answer = run("assess", "import-workbook", tmp_path / "e.xlsx", "--out", out, "--name", "mine")
    assert answer.code == 0, answer.said
    assert "1 weight differs" in answer.out
    model = PropensityModel.load(out)
    assert model.name == "mine"
    assert [c.weight for c in model.constructs] == [1.0, 1.5, 3.5]


def test_json_says_what_changed(run, exported, tmp_path):
    edit_weights(exported, tmp_path / "e.xlsx", {"ties": 3.5})
    answer = run("assess", "import-workbook", tmp_path / "e.xlsx", "--json")
    assert answer.json["changes"] == [
        {"kind": "construct", "id": "ties", "before": 2.0, "after": 3.5}
    ]


def test_a_bad_weight_writes_nothing_and_exits_2(run, exported, tmp_path):
    edit_weights(exported, tmp_path / "e.xlsx", {"ties": -1})
    out = tmp_path / "mine.toml"
    answer = run("assess", "import-workbook", tmp_path / "e.xlsx", "--out", out)
    assert answer.code == 2
    assert "cell E8" in answer.said
    assert not out.exists()
