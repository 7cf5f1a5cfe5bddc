import json

import pytest
from click.testing import CliRunner

from comity.cli.world_groups import command
from comity.terms.errors import UnknownName


def run(*arguments):
    result = CliRunner().invoke(command, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def answer(*arguments):
    return json.loads(run(*arguments, "--json"))


def test_every_grouping_is_listed_with_its_size():
    found = {row["name"]: row for row in answer("--year", "2022")["rows"]}
    assert found["AFRICOM"]["members"] == 53
    assert found["NATO"]["members"] == 29
    assert found["NATO"]["to check"] == 0
    assert found["MNNA"]["to check"] > 0


def test_one_grouping_has_its_members_of_the_year_and_its_source():
    found = answer("EUCOM", "--year", "2020")
    assert "ISR" in [row["partner"] for row in found["members"]]
    assert "ISR" not in [row["partner"] for row in answer("eucom")["members"]]
    assert "Historical Sales Book" in found["source"]
    assert found["year"] == 2020


def test_history_shows_past_members_with_their_dates():
    found = answer("EUCOM", "--history")
    israel = [row for row in found["members"] if row["partner"] == "ISR"]
    assert israel == [
        {
            "partner": "ISR",
            "name": "Israel",
            "start": None,
            "end": "2021-08-31",
            "certainty": "recalled",
            "note": "to Central Command",
        }
    ]
    assert found["year"] is None


def test_the_table_ends_with_source_and_certainty():
    text = run("MNNA", "--year", "2022")
    assert "MNNA: Major non-NATO allies, 2022" in text
    assert "certainty: " in text
    assert "source: " in text


def test_files_and_csv_carry_the_table_only():
    text = run("MNNA", "--csv", "-")
    assert text.startswith("partner,name,start,end,certainty,note\n")
    assert "source:" not in text


def test_an_empty_year_is_an_empty_answer():
    assert answer("AFRICOM", "--year", "2000")["members"] == []
    assert "AFRICOM" in run("AFRICOM", "--year", "2000")


def test_an_unknown_grouping_is_refused():
    with pytest.raises(UnknownName, match="AFRICOM"):
        run("AFRICAN")
