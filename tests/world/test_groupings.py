"""Groupings as they ship.

Counts are those of the public record: 53 African states after South Sudan's independence and less
Egypt; 21 countries that Central Command names since Israel joined; NATO's enlargements.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.terms.errors import FileError, UnknownName
from comity.terms.partner import PartnerKind
from comity.world.groupings import groupings
from comity.world.partners import partners

GROUPS = groupings()
COMMANDS = ("AFRICOM", "CENTCOM", "EUCOM", "INDOPACOM", "NORTHCOM", "SOUTHCOM")
YEARS = st.integers(1946, 2030)


@given(st.sampled_from(GROUPS.names()), YEARS)
def test_members_exist_are_sorted_and_know_their_groups(name, year):
    members = GROUPS.members(name, year)
    assert list(members) == sorted(set(members))
    for one in members:
        assert one in partners()
        assert name in GROUPS.of(one, year)


@given(st.sampled_from([one.id for one in partners()]), YEARS)
def test_a_partner_is_a_member_of_what_it_belongs_to(partner, year):
    for name in GROUPS.of(partner, year):
        assert partner in GROUPS.members(name, year)


@given(st.sampled_from([one.id for one in partners()]), YEARS)
def test_nobody_is_in_two_commands_two_income_groups_or_two_regions(partner, year):
    mine = GROUPS.of(partner, year)
    families = defaultdict(list)
    for name in mine:
        families[GROUPS.describe(name).family].append(name)
    for family in ("Combatant commands", "World Bank income groups", "World Bank regions"):
        assert len(families[family]) <= 1


@pytest.mark.parametrize("year", [2008, 2015, 2022, 2024])
def test_since_2008_every_state_but_the_us_has_a_command(year):
    assigned = {one for name in COMMANDS for one in GROUPS.members(name, year)}
    states = {one.id for one in partners().states(year)}
    assert states - assigned == {"USA"}
    assert assigned <= states


def test_africom_is_africa_less_egypt():
    members = GROUPS.members("AFRICOM", 2022)
    africa = {
        one
        for one in GROUPS.members("UN_AFRICA", 2022)
        if partners()[one].kind is PartnerKind.STATE
    }
    assert len(africa) == 54
    assert set(members) == africa - {"EGY"}
    assert len(members) == 53
    assert len(GROUPS.members("AFRICOM", 2010)) == 52  # before South Sudan
    assert GROUPS.members("AFRICOM", 2007) == ()


@pytest.mark.parametrize(
    ("partner", "year", "command"),
    [
        ("EGY", 2022, "CENTCOM"),
        ("ISR", 2020, "EUCOM"),
        ("ISR", 2021, "CENTCOM"),
        ("KEN", 2007, "CENTCOM"),
        ("KEN", 2008, "AFRICOM"),
        ("NGA", 2007, "EUCOM"),
        ("MDG", 2007, "INDOPACOM"),
        ("SYR", 2003, "EUCOM"),
        ("SYR", 2004, "CENTCOM"),
        ("UZB", 1999, "CENTCOM"),
        ("MEX", 2003, "NORTHCOM"),
        ("SSD", 2012, "AFRICOM"),
        ("JAM", 2000, "SOUTHCOM"),
    ],
)
def test_commands_through_time(partner, year, command):
    assert [name for name in GROUPS.of(partner, year) if name in COMMANDS] == [command]


def test_central_command_names_21_countries():
    assert len(GROUPS.members("CENTCOM", 2022)) == 21
    assert len(GROUPS.members("CENTCOM", 2020)) == 20


@pytest.mark.parametrize(
    ("year", "members"),
    [(1949, 11), (1952, 13), (1955, 14), (1982, 15), (1999, 18), (2004, 25), (2009, 27),
     (2017, 28), (2020, 29), (2023, 30), (2024, 31)],
)  # fmt: skip
def test_nato_grows_as_it_did(year, members):
    """Twelve founders and the enlargements since, each less the United States."""
    assert len(GROUPS.members("NATO", year)) == members


def test_treaty_allies_are_nato_and_six_in_the_pacific():
    allies, nato = GROUPS.members("US_TREATY_ALLIES", 2024), GROUPS.members("NATO", 2024)
    assert set(allies) - set(nato) == {"AUS", "JPN", "KOR", "NZL", "PHL", "THA"}
    assert set(nato) <= set(allies)


def test_major_non_nato_allies_come_and_go():
    assert "AFG" in GROUPS.members("MNNA", 2021)
    assert "AFG" not in GROUPS.members("MNNA", 2022)
    assert "QAT" in GROUPS.members("MNNA", 2022)
    assert "KEN" not in GROUPS.members("MNNA", 2023)
    assert "KEN" in GROUPS.members("MNNA", 2024)
    doubtful = {one.partner for one in GROUPS.describe("MNNA").to_check}
    assert {"KWT", "MAR", "SAU"} <= doubtful
    assert not doubtful & {"JOR", "QAT", "TWN"}


def test_income_groups_are_the_edition_that_they_say():
    """Fiscal year 2025: 26 low, 51 lower middle, 54 upper middle income; Russia became high."""
    sizes = [
        len(GROUPS.members(f"WB_{name}_INCOME", 2024))
        for name in ("LOW", "LOWER_MIDDLE", "UPPER_MIDDLE")
    ]
    assert sizes == [26, 51, 54]
    assert "RUS" in GROUPS.members("WB_HIGH_INCOME", 2024)
    assert "2025" in GROUPS.describe("WB_HIGH_INCOME").vintage
    assert not any("INCOME" in name for name in GROUPS.of("VEN", 2024))


def test_nobody_belongs_before_it_exists_or_after_it_ends():
    assert GROUPS.of("SSD", 2010) == ()
    assert GROUPS.of("ANT", 2011) == ()
    assert "UN_CARIBBEAN" in GROUPS.of("CUW", 2011)


def test_a_name_is_found_in_any_case():
    assert GROUPS.members("wb south-asia", 2020) == GROUPS.members("WB_SOUTH_ASIA", 2020)


def test_an_unknown_group_suggests_the_nearest():
    with pytest.raises(UnknownName, match=r"'AFRICON'.*'AFRICOM'"):
        GROUPS.members("AFRICON", 2022)


def test_an_unknown_partner_is_refused():
    with pytest.raises(UnknownName):
        GROUPS.of("Atlantis", 2022)


def test_every_grouping_says_where_it_comes_from():
    for one in GROUPS:
        assert one.source, one.name
        assert one.vintage, one.name
        assert one.certainty, one.name
        assert one.title, one.name
    assert len(GROUPS) == len(set(GROUPS.names()))
    assert repr(GROUPS) == f"<GroupBook: {len(GROUPS)} groupings>"


def user_file(tmp_path, name="PRIORITY"):
    path = tmp_path / "mine.toml"
    path.write_text(f'family = "Ours"\nsource = "us"\n[groups.{name}]\nmembers = ["KEN"]\n')
    return path


def test_a_users_groups_are_added(tmp_path):
    book = groupings(user_file(tmp_path))
    assert book.members("priority", 2022) == ("KEN",)
    assert "PRIORITY" in book.of("KEN", 2022)
    assert len(book) == len(GROUPS) + 1
    assert "PRIORITY" not in groupings().names()


def test_a_users_group_may_not_take_the_name_of_ours(tmp_path):
    with pytest.raises(FileError, match=r"mine\.toml: groups\.NATO"):
        groupings(user_file(tmp_path, "NATO"))


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(FileError, match="cannot be read"):
        groupings(tmp_path / "missing.toml")
    (tmp_path / "latin.toml").write_bytes(b'family = "S\xe3o"')
    with pytest.raises(FileError, match="UTF-8"):
        groupings(tmp_path / "latin.toml")


@pytest.mark.publisher
def test_commands_are_those_that_dsca_prints(publisher_data):
    path = publisher_data / "dsca-historical-sales-book" / "dsca_hsb_fy2024_by_country.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        printed = {row["iso3"]: row["cocom"] for row in csv.DictReader(stream)}
    compared = 0
    for partner, command in printed.items():
        if partner in partners() and command in COMMANDS:
            assert command in GROUPS.of(partner, 2024), partner
            compared += 1
    assert compared > 170


@pytest.mark.publisher
def test_compiled_files_are_what_the_script_writes(publisher_data):
    root = Path(__file__).resolve().parents[2]
    sys.path.insert(0, str(root / "scripts"))
    try:
        import compile_groupings
    finally:
        sys.path.pop(0)
    folder = root / "src" / "comity" / "world" / "data" / "groupings"
    for name, text in compile_groupings.compile_all(publisher_data).items():
        assert (folder / name).read_text(encoding="utf-8") == text, name
