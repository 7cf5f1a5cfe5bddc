import json

import pytest
from click.testing import CliRunner

from comity.cli import world_coverage
from comity.cli.main import root
from comity.terms.errors import ComityError, InputError, UnknownName
from tests.world.small_panel import small_panel


@pytest.fixture(autouse=True)
def _panel(monkeypatch):
    monkeypatch.setattr(world_coverage, "load_panel", small_panel)


def run(*arguments):
    return CliRunner().invoke(root, ["world", "coverage", *map(str, arguments)])


def rows(*arguments):
    answer = run(*arguments, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)["rows"]


def test_every_indicator_by_default():
    found = {row["indicator"]: row for row in rows("--year", 2020)}
    assert set(found) == {"alpha.score", "beta.money"}
    assert found["alpha.score"]["known"] == 2
    assert found["alpha.score"]["unknown"] > 100


def test_group_year_and_age_narrow_it():
    [score, _] = rows("--group", "AFRICOM", "--max-age", 0)
    assert (score["known"], score["stale"]) == (1, 1)


def test_one_indicator_partner_by_partner():
    found = {
        row["partner"]: row for row in rows("--indicator", "alpha.score", "--group", "AFRICOM")
    }
    assert found["KEN"]["observed"] == 2019
    assert found["KEN"]["unit"] == "points"
    assert found["NGA"]["status"] == "unknown"


def test_one_partner_indicator_by_indicator():
    found = {row["indicator"]: row for row in rows("--partner", "Kenya", "--year", 2019)}
    assert found["beta.money"]["age"] == 1
    assert found["alpha.score"]["value"] == 0.333333333333333


def test_by_year_and_by_partner():
    assert [row["year"] for row in rows("--by", "year")] == [2018, 2019, 2020]
    assert rows("--by", "partner", "--partner", "KEN")[0]["known"] == 2


def test_page_is_written(tmp_path):
    path = tmp_path / "coverage.html"
    answer = run("--html", path)
    assert f"Wrote {path}" in answer.stderr
    assert "alpha.score" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        (["--indicator", "alpha.scor"], UnknownName, r"alpha\.score"),
        (["--partner", "Kenia"], UnknownName, "Kenya"),
        (["--year", "1900"], ComityError, "1900"),
        (["--year", "2050"], InputError, "2018-2020"),
        (["--html", "page.txt"], InputError, "must end in .html"),
    ],
)
def test_wrong_requests_are_one_sentence(arguments, kind, said):
    with pytest.raises(kind, match=said):
        raise run(*arguments).exception


def test_members_of_a_grouping_of_the_users_own(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(
        'family = "F"\nsource = "S"\n[groups.LAKES]\nmembers = ["KEN", "GHA"]\n', encoding="utf-8"
    )
    found = rows("--group", "LAKES", "--groups", path, "--by", "partner", "--year", 2020)
    assert {row["partner"] for row in found} == {"KEN", "GHA"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--year", 1800), "The year 1800 is outside the panel"),
        (("--group", "NATO", "--partner", "KEN"), "not both"),
    ],
)
def test_questions_without_an_answer_are_refused(arguments, says):
    answer = run(*arguments)
    assert isinstance(answer.exception, InputError)
    assert says in str(answer.exception)
