import json

import pandas as pd
import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import ComityError, FileError, InputError, UnknownName
from tests.evaluate.test_ready_recipe import SMALL


def run(*arguments):
    result = CliRunner().invoke(root, ["evaluate", "study", *map(str, arguments)])
    if isinstance(result.exception, ComityError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(SMALL)
    return path


def test_a_study_of_ones_own_with_page_and_curve(own, tmp_path):
    page, curve, table = tmp_path / "page.html", tmp_path / "curve.parquet", tmp_path / "t.csv"
    run(own, "--permutations", 0, "--html", page, "--curve", curve, "--csv", table)
    assert "What this design could have found" in page.read_text(encoding="utf-8")
    assert pd.read_parquet(curve)["check"].tolist() == ["one"]
    assert pd.read_csv(table)["finding"].tolist() == ["one"]
    answer = json.loads(run(own, "--permutations", 20, "--json").stdout)
    assert answer["findings"][0]["null"][0]["permutations"] == 20
    assert "specifications" not in answer


def test_a_folder_keeps_what_is_done(own, tmp_path):
    folder = tmp_path / "kept"
    first = run(own, "--folder", folder, "--json", "--permutations", 20).stdout
    assert (folder / "one" / "part-0000000.parquet").is_file()
    assert run(own, "--folder", folder, "--json", "--permutations", 20).stdout == first


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (["fragilty"], UnknownName, "fragility"),
        (["africa", "--variant", "none"], UnknownName, "variant of africa"),
        (["africa", "--permutations", "5"], InputError, "could never give"),
        (["africa", "--curve", "x.txt"], FileError, "parquet or .csv"),
        (["africa", "--html", "x.txt"], FileError, "must end in .html"),
        (["missing.toml"], FileError, "missing.toml"),
    ],
)
def test_mistakes_are_named_before_anything_runs(arguments, error, said):
    with pytest.raises(error, match=said):
        run(*arguments)
