import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import ComityError
from tests.evaluate.small_study import write_files


def run(*arguments):
    result = CliRunner().invoke(root, ["evaluate", "multiverse", *map(str, arguments)])
    if isinstance(result.exception, ComityError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def test_stopped_resumed_and_answered(tmp_path):
    study = write_files(tmp_path)
    first = run(study, "--block", 20, "--stop-after", 2)
    assert "same command again" in first.stderr
    assert first.stdout == ""
    folder = tmp_path / "study.multiverse"
    assert len(list(folder.glob("part-*.parquet"))) == 2
    answer = json.loads(run(study, "--block", 20, "--threads", 2, "--json").stdout)
    assert answer["curve"]["specifications"] == 64
    assert answer["claim"] == "association"
    assert len(list(folder.glob("part-*.parquet"))) == 4
    assert answer["null"] == []


def test_everything_together(tmp_path):
    study, out = write_files(tmp_path), tmp_path / "r"
    curve, table = tmp_path / "curve.html", tmp_path / "table.csv"
    run(study, "--out", out, "--permutations", 19, "--influence", "--most", 16, "--curve", curve,
        "--csv", table)  # fmt: skip
    text = table.read_text()
    assert "median association" in text
    assert "under the null" in text
    assert "change without U" in text
    assert "effect" not in text
    assert "<svg" in curve.read_text()
    run(study, "--out", out, "--curve", tmp_path / "curve.svg", "--json")
    assert (tmp_path / "curve.svg").read_text().startswith("<svg")


def test_a_chart_that_cannot_be_written_stops_the_run_first(tmp_path):
    study = write_files(tmp_path)
    with pytest.raises(ComityError, match=r"\.html or \.svg"):
        run(study, "--curve", tmp_path / "curve.gif")
    assert not (tmp_path / "study.multiverse").exists()
