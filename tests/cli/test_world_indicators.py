import csv
import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import UnknownName
from tests.world.small_source import live_in_small_world


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch):
    from comity.cli import world_indicators
    from comity.world import source

    live_in_small_world(tmp_path, monkeypatch)
    monkeypatch.setattr(world_indicators, "all_sources", source.all_sources)
    monkeypatch.setattr(
        world_indicators, "derived_topics", lambda: source.all_sources("comity.world.derived")
    )


def run(*arguments):
    return CliRunner().invoke(root, ["world", "indicators", *map(str, arguments)])


def rows(*arguments):
    return json.loads(run(*arguments, "--json").stdout)["rows"]


def test_every_indicator_with_who_when_and_licence():
    found = {row["indicator"]: row for row in rows()}
    assert set(found) == {f"{s}.{n}" for s in ("alpha", "beta") for n in ("score", "aid")} | {
        "twice.score"
    }
    score = found["alpha.score"]
    assert (score["years"], score["partners"], score["here"]) == ("1995-1995", 1, True)
    assert (score["publisher"], score["definition"]) == ("Test Press", "Invented.")
    assert (found["beta.score"]["here"], found["beta.score"]["licence"]) == (False, "C")
    assert found["twice.score"]["derived_from"] == ["alpha.score"]


def test_source_search_and_here_narrow_it():
    assert {row["source"] for row in rows("--source", "beta")} == {"beta"}
    assert [row["indicator"] for row in rows("--search", "TWICE score")] == ["twice.score"]
    assert "beta.score" not in {row["indicator"] for row in rows("--here")}


def test_table_is_short_and_csv_has_the_definition(tmp_path):
    assert "definition" not in run().stdout
    path = tmp_path / "indicators.csv"
    run("--csv", path)
    with path.open() as stream:
        assert next(csv.DictReader(stream))["definition"] == "Invented."


def test_unknown_source_is_named():
    with pytest.raises(UnknownName, match="'alpha'"):
        raise run("--source", "alfa").exception
