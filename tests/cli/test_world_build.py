import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import ComityError
from comity.world import build as building
from comity.world.storage import read_panel
from tests.world.small_source import raw_folder, small_world


@pytest.fixture
def raw(tmp_path, monkeypatch):
    sources, derived = small_world(tmp_path, monkeypatch)
    monkeypatch.setattr(building, "all_sources", lambda: sources)
    monkeypatch.setattr(building, "derived_topics", lambda: derived)
    return raw_folder(tmp_path)


def run(*arguments):
    return CliRunner().invoke(root, ["world", "build", *map(str, arguments)])


def test_writes_the_panel_and_says_what_each_source_gave(raw, tmp_path):
    out = tmp_path / "panel.parquet"
    answer = run(raw, "--out", out)
    assert answer.exit_code == 0, answer.output
    assert "alpha v1" in answer.stdout
    assert "Dropped from alpha: One place is no partner." in answer.stderr
    assert "Skipped beta" in answer.stderr
    assert read_panel(out).indicators == ("alpha.aid", "alpha.score", "twice.score")


def test_json_names_edition_file_and_sources(raw, tmp_path):
    out = tmp_path / "panel.parquet"
    answer = run("--raw", raw, "--out", out, "--json")
    told = json.loads(answer.stdout)
    assert told["edition"] == read_panel(out).edition
    assert told["bytes"] == out.stat().st_size
    assert [source["source"] for source in told["sources"]] == ["alpha", "twice"]


@pytest.mark.parametrize("arguments", [[], ["a", "--raw", "b"], ["absent"]])
def test_wrong_folders_are_refused_and_nothing_is_written(raw, tmp_path, arguments):
    out = tmp_path / "panel.parquet"
    answer = run(*arguments, "--out", out)
    assert isinstance(answer.exception, ComityError)
    assert not out.exists()
