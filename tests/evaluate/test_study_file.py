import pytest

from comity.evaluate.study import Treatment
from comity.evaluate.study_file import read_study, study_from
from comity.terms.errors import FileError
from tests.evaluate.small_study import small_study, write_files


def test_a_file_and_the_same_study_in_python_are_one(tmp_path):
    study, data, own = read_study(write_files(tmp_path))
    assert study == small_study()
    assert study.digest == small_study().digest
    assert data.file == tmp_path / "panel.csv"
    assert own is None


def test_measures_multiply(tmp_path):
    path = write_files(tmp_path)
    text = path.read_text().replace("lag = [0, 1]", 'lag = [0, 1]\ntransform = ["none", "asinh"]')
    path.write_text(text)
    treatments = read_study(path)[0].treatments
    assert len(treatments) == 4
    assert Treatment("treat", 1, "asinh") in treatments


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('column = "treat"', 'colum = "treat"', "no field 'treatment.colum'"),
        ("lag = [0, 1]", "lag = [-1]", "'treatment.lag.0' is wrong"),
        ('unit = "unit"', "", "'unit' is wrong"),
        ("[data]", "[data", "no TOML"),
        ("lag = [0, 1]", "lag = []", "'treatment.lag' is wrong"),
    ],
)
def test_a_wrong_field_is_named_with_the_file(tmp_path, old, new, words):
    path = write_files(tmp_path)
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(FileError, match=words) as refusal:
        read_study(path)
    assert "study.toml" in str(refusal.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_study(tmp_path / "none.toml")


def test_an_own_table_is_found_beside_the_study(tmp_path):
    path = write_files(tmp_path, extra='specifications = "mine.csv"')
    assert read_study(path)[2] == tmp_path / "mine.csv"


def test_indicators_of_the_panel_take_the_place_of_a_file(tmp_path):
    path = write_files(tmp_path)
    own = 'indicators = { y = "s.y", treat = "s.sc" }\nyears = [1995, 2018]'
    path.write_text(path.read_text().replace('file = "panel.csv"', own))
    data = read_study(path)[1]
    assert data.file is None
    assert data.indicators == {"y": "s.y", "treat": "s.sc"}
    assert data.years == (1995, 2018)
    path.write_text(path.read_text().replace("years = [1995, 2018]", 'file = "x.csv"'))
    with pytest.raises(FileError, match="either a file or indicators"):
        read_study(path)


def test_plain_values_give_the_same_study_without_data():
    raw = {
        "name": "x", "unit": "partner", "period": "year",
        "outcome": {"column": "y"}, "treatment": {"column": "t", "lag": [0, 1]},
    }  # fmt: skip
    assert [one.lag for one in study_from(raw).treatments] == [0, 1]
    with pytest.raises(FileError, match=r"^here: there is no field 'outcom'"):
        study_from(raw | {"outcom": {}}, place="here")
