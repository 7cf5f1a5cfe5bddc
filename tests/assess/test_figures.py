import pytest

from comity.assess.figures import read_figures
from comity.terms.errors import FileError


def write(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv_takes_names_and_leaves_blanks_out(tmp_path):
    path = write(tmp_path, "p.csv", "partner,priority\nKenya,4\nTZA,\nCôte d'Ivoire,2\n")
    assert read_figures(path, "priority") == {"KEN": 4.0, "CIV": 2.0}


def test_toml_takes_a_table(tmp_path):
    path = write(tmp_path, "p.toml", '[priority]\nKEN = 4\n"Korea, South" = 2.5\n')
    assert read_figures(path, "priority") == {"KEN": 4.0, "KOR": 2.5}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("p.csv", "partner,priority\nKenia,4\n", "p.csv, line 2: There is no partner"),
        ("p.csv", "partner,priority\nKEN,4\nKenya,3\n", "line 3: 'Kenya' appears twice"),
        ("p.csv", "partner,priority\nKEN,high\n", "line 2"),
        ("p.csv", "who,priority\nKEN,1\n", "no column 'partner'"),
        ("p.csv", "partner,prio\nKEN,1\n", "priority"),
        ("p.toml", "[prio]\nKEN = 1\n", "no table [priority]"),
        ("p.toml", '[priority]\nKEN = "high"\n', "not a number"),
        ("p.toml", "[priority]\nKEN = 1\nKenya = 2\n", "twice"),
        ("p.toml", "[priority]\nKEN = nan\n", "not a number"),
        ("p.toml", "[priority\n", "line 1: is not valid TOML"),
    ],
)
def test_bad_files_are_one_sentence_with_the_place(tmp_path, name, text, said):
    with pytest.raises(FileError) as refusal:
        read_figures(write(tmp_path, name, text), "priority")
    assert said in str(refusal.value)


def test_an_absent_file(tmp_path):
    with pytest.raises(FileError, match="cannot be read"):
        read_figures(tmp_path / "none.toml", "priority")
