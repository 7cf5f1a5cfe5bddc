import csv
import io
import json

import pytest
from click.testing import CliRunner

from comity.cli.world_partners import command
from comity.terms.errors import FileError, InputError, UnknownName


def run(*arguments):
    result = CliRunner().invoke(command, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rows(*arguments):
    return json.loads(run(*arguments, "--json").stdout)["rows"]


def test_members_of_a_group_with_their_codes_and_groups():
    found = {row["partner"]: row for row in rows("--group", "africom", "--year", "2022")}
    assert len(found) == 53
    kenya = found["KEN"]
    assert (kenya["iso2"], kenya["m49"], kenya["cow"], kenya["gw"]) == ("KE", 404, 501, 501)
    assert "UN_EASTERN_AFRICA" in kenya["groups"]


def test_without_a_group_the_members_of_the_system():
    assert len(rows("--year", "2022")) == 195
    assert {"DDR", "YMD"} <= {row["partner"] for row in rows("--year", "1990")}


def test_all_has_territories_and_former_states():
    kinds = {row["kind"] for row in rows("--all")}
    assert kinds == {"state", "territory", "former"}


def test_several_names_are_found():
    found = rows("--find", "Korea, South", "--find", "burma")
    assert [(row["asked"], row["partner"]) for row in found] == [
        ("Korea, South", "KOR"),
        ("burma", "MMR"),
    ]


def test_a_carried_on_series_is_said_in_its_year():
    assert "Soviet Union" in rows("--find", "USSR", "--year", "1991")[0]["note"]
    with pytest.raises(InputError, match="ended in 1991"):
        run("--find", "USSR", "--year", "2000")


def test_the_table_names_the_group_and_the_year():
    text = run("--group", "NATO", "--year", "2022").stdout
    assert "North Atlantic Treaty Organization" in text
    assert "2022: 29 partners" in text


def test_csv_has_one_row_for_each_partner():
    found = list(csv.DictReader(io.StringIO(run("--group", "NORTHCOM", "--csv", "-").stdout)))
    assert [row["partner"] for row in found] == ["BHS", "CAN", "CUB", "MEX"]


def test_a_users_groups(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('family = "f"\nsource = "s"\n[groups.MINE]\nmembers = ["KEN", "Ghana"]\n')
    found = rows("--groups", str(path), "--group", "mine")
    assert [row["partner"] for row in found] == ["GHA", "KEN"]


@pytest.mark.parametrize(
    ("arguments", "error", "reason"),
    [
        (["--find", "Korea"], InputError, "may mean"),
        (["--find", "Atlantis"], UnknownName, "Atlantis"),
        (["--group", "AFRICON"], UnknownName, "AFRICOM"),
        (["--find", "Kenya", "--group", "NATO"], InputError, "stands alone"),
        (["--groups", "missing.toml"], FileError, "missing.toml"),
    ],
)
def test_what_cannot_be_answered_is_refused(arguments, error, reason):
    with pytest.raises(error, match=reason):
        run(*arguments)


def test_a_year_outside_the_record_is_refused():
    assert run("--year", "1900").exit_code == 2


def test_one_that_is_found_comes_with_its_codes_through_time():
    """West Germany was 260 in the Correlates of War list, Germany has been 255 since 1990."""
    (germany,) = rows("--find", "Germany")
    assert germany["cow"] == 255
    assert "cow 260 (to 1990): West Germany" in germany["other_codes"]
    (kosovo,) = rows("--find", "Kosovo")
    assert any(code.startswith("iso3 KSV:") for code in kosovo["other_codes"])
