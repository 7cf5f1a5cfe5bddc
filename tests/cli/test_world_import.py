import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import ComityError, InputError, UnknownName
from comity.world.load import load_panel
from tests.world.small_source import live_in_small_world


@pytest.fixture
def raw(tmp_path, monkeypatch):
    return live_in_small_world(tmp_path, monkeypatch)


def run(*arguments):
    return CliRunner().invoke(root, ["world", "import", *map(str, arguments)])


def test_import_shows_what_came(raw):
    answer = run("beta", raw / "the-beta" / "beta_2024.csv", "--vintage", "autumn")
    assert answer.exit_code == 0, answer.output
    assert "beta.score" in answer.stdout
    assert "autumn" in answer.stdout
    assert "Dropped: One place is no partner." in answer.stderr
    assert "beta.score" in load_panel().indicators


def test_json_of_an_import(raw):
    told = json.loads(run("alpha", raw / "the-alpha", "--json").stdout)
    assert told["source"]["id"] == "alpha"
    assert len(told["source"]["files"][0]["sha256"]) == 64
    assert [row["indicator"] for row in told["indicators"]] == ["alpha.aid", "alpha.score"]
    assert [record["id"] for record in told["derived"]] == ["twice"]


def test_list_and_remove(raw):
    assert "Nothing has been imported" in run("--list").stderr
    run("beta", raw / "the-beta", "--vintage", "autumn")
    rows = json.loads(run("--list", "--json").stdout)["rows"]
    assert [(row["source"], row["vintage"]) for row in rows] == [("beta", "autumn")]
    assert "Took out beta" in run("--remove", "beta").stdout
    assert "beta.score" not in load_panel().indicators


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ([], InputError, "Say what to do"),
        (["beta", "--list"], InputError, "Say what to do"),
        (["beta"], InputError, r"Which file\? .*https://example.org/beta"),
        (["betta", "x.csv"], UnknownName, "'beta'"),
        (["--remove", "beta"], UnknownName, "no import called"),
    ],
)
def test_wrong_requests_are_one_sentence(raw, arguments, kind, said):
    answer = run(*arguments)
    assert isinstance(answer.exception, ComityError)
    with pytest.raises(kind, match=said):
        raise answer.exception
