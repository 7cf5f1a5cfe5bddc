import json

import pytest
from click.testing import CliRunner

from comity.cli import world_fetch
from comity.cli.main import root
from comity.terms.errors import InputError, NetworkRefused, UnknownName
from comity.world import source as sources
from tests.world.small_source import make_source
from tests.world.test_fetching import BODY, Server, server  # noqa: F401 (a fixture)


def run(*arguments):
    return CliRunner().invoke(root, ["world", "fetch", *map(str, arguments)])


@pytest.fixture
def known(server: Server, monkeypatch):  # noqa: F811 (the fixture)
    found = {
        "alpha": make_source("alpha", more=f'url = "{server.url}"'),
        "beta": make_source("beta"),
    }
    monkeypatch.setattr(sources, "all_sources", lambda: found)
    monkeypatch.setattr(world_fetch, "all_sources", lambda: found)


def test_file_is_fetched_and_the_next_step_is_told(known, tmp_path):
    answer = run("alpha", "--to", tmp_path, "--json")
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.stdout)
    path = tmp_path / "alpha_2024.csv"
    assert path.read_bytes() == BODY
    assert (told["file"], told["bytes"], told["verified"]) == (str(path), len(BODY), False)
    assert told["sha256"] in answer.stderr
    assert f"comity world import alpha {path}" in answer.stderr


def test_list_says_where_to_go(known):
    rows = json.loads(run("--list", "--json").stdout)["rows"]
    assert [row["source"] for row in rows] == ["alpha", "beta"]
    assert "comity world import beta FILE" in rows[1]["by_hand"]


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        (["beta"], NetworkRefused, "open https://example.org/beta"),
        (["alfa"], UnknownName, "'alpha'"),
        ([], InputError, "Say which"),
        (["alpha", "--list"], InputError, "Say which"),
    ],
)
def test_wrong_requests_are_one_sentence(known, arguments, kind, said):
    with pytest.raises(kind, match=said):
        raise run(*arguments).exception


def test_every_source_without_an_address_has_a_page():
    for source in sources.all_sources().values():
        assert source.page, source.id
        assert source.files, source.id
