"""Partners as they ship: names, codes through time, membership.

Facts that are checked here are those of ISO 3166, the Correlates of War list of states (2016), the
Gleditsch and Ward list of states, and the World Bank's country codes.
"""

import csv
import subprocess
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.terms.errors import InputError, UnknownName
from comity.terms.partner import PartnerKind
from comity.world.codes import SYSTEMS
from comity.world.names import name_key
from comity.world.partners import partners

BOOK = partners()
AMBIGUOUS = {"Korea", "Congo", "Virgin Islands", "Saint Martin"}
NAMED = [(name, one.id) for one in BOOK for name in (one.name, *one.variants)]
YEARS = st.integers(1946, 2030)


@given(st.sampled_from(NAMED), st.randoms())
def test_every_name_means_its_own_partner_however_it_is_typed(pair, random):
    name, expected = pair
    shaken = "".join(random.choice((c.upper(), c.lower())) for c in name)
    assert BOOK.resolve(name).id == expected
    # A few capitals have no small letter that leads back (ß, ı); none occurs in a name.
    assert BOOK.resolve(f" {shaken} ").id == expected


@given(st.sampled_from(list(BOOK)))
def test_a_partner_answers_to_its_codes(one):
    assert BOOK.resolve(one.id) == one
    if one.kind is not PartnerKind.FORMER:
        assert not one.iso2 or BOOK.resolve(one.iso2.lower()) == one
    for system, code in (("m49", one.m49), ("cow", one.cow), ("gw", one.gw), ("wb", one.wb)):
        if code:
            assert BOOK.by_code(system, code, year=one.last or 2022) == one


def test_only_the_documented_names_are_ambiguous():
    meanings = defaultdict(set)
    table = files("comity.world").joinpath("data", "partner_names.csv")
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for name in (row["name"], *row["variants"].split("|")):
                meanings[name_key(name)].add(row["partner"])
    meanings.pop("", None)
    for former in BOOK.predecessors:
        for name in (former.name, *former.variants):
            meanings[name_key(name)].add(f"{former.partner} before")
    several = {key for key, ids in meanings.items() if len(ids) > 1}
    assert several == {name_key(name) for name in AMBIGUOUS}


@pytest.mark.parametrize("name", sorted(AMBIGUOUS))
def test_an_ambiguous_name_is_refused_with_its_candidates(name):
    with pytest.raises(InputError, match=r"may mean .*\([A-Z]{3}\) or .*\([A-Z]{3}\)"):
        BOOK.resolve(name)
    assert BOOK.map_names([name]) == [""]


def test_no_name_is_also_another_partners_code():
    for system in ("iso2", "iso3"):
        for name, expected in NAMED:
            found = BOOK.by_code(system, name)
            assert found is None or found.id == expected, name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Korea, South", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Burma", "MMR"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Turkiye", "TUR"),
        ("Congo (Kinshasa)", "COD"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo (Brazzaville)", "COG"),
        ("Congo, Rep.", "COG"),
        ("Holy See", "VAT"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Micronesia (Federated States)", "FSM"),
        ("West Bank and Gaza", "PSE"),
        ("Guinea", "GIN"),
        ("Papua-New Guinea", "PNG"),
        ("Taiwan, China", "TWN"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Venezuela, RB", "VEN"),
        ("Yemen, Rep.", "YEM"),
        ("Egypt, Arab Rep.", "EGY"),
        ("St. Vincent and Grenadines", "VCT"),
        ("Trinidad -Tobago", "TTO"),
        ("Lao PDR", "LAO"),
        ("Bahamas, The", "BHS"),
        ("Viet Nam", "VNM"),
        ("UK", "GBR"),
        ("NA", "NAM"),
        ("ROM", "ROU"),
        ("Yugoslavia", "SRB"),
        ("USSR", "RUS"),
        ("Germany, W.", "DEU"),
        ("Germany, East", "DDR"),
        ("Yemen, N.", "YEM"),
        ("Yemen (former P.D.R.)", "YMD"),
        ("Vietnam (former South)", "RVN"),
    ],
)
def test_names_that_publishers_print(name, expected):
    assert BOOK.resolve(name).id == expected


@pytest.mark.parametrize(
    "name", ["World", "Africa Region", "Somaliland", "Channel Islands", "", "NATO", "Unknown"]
)
def test_what_is_no_partner_is_unknown(name):
    with pytest.raises(UnknownName):
        BOOK.resolve(name)
    assert BOOK.map_names([name]) == [""]


def test_a_misspelled_name_gets_the_nearest():
    with pytest.raises(UnknownName, match="'Kenya'"):
        BOOK.resolve("Kenia")


@pytest.mark.parametrize(
    ("system", "code", "year", "expected"),
    [
        # Germany: COW 260 to 1990 and 255 from 1990; GW 260 throughout; the east apart.
        ("cow", 260, 1989, "DEU"),
        ("cow", 255, 1995, "DEU"),
        ("cow", 260, 1995, None),
        ("gw", 260, 1960, "DEU"),
        ("gw", 260, 2020, "DEU"),
        ("cow", 265, 1989, "DDR"),
        ("gw", 265, 1990, "DDR"),
        ("cow", 265, 1991, None),
        # Yemen: COW 678 north, 680 south, 679 united from 1990; GW 678 north and united.
        ("cow", 678, 1989, "YEM"),
        ("cow", 679, 1990, "YEM"),
        ("cow", 678, 1995, None),
        ("gw", 678, 2020, "YEM"),
        ("cow", 680, 1989, "YMD"),
        ("gw", 680, 1990, "YMD"),
        ("gw", 680, 1991, None),
        # Yugoslavia, Serbia and Montenegro, Serbia: COW 345 throughout; GW 340 from 2006.
        ("cow", 345, 1985, "SRB"),
        ("cow", 345, 2020, "SRB"),
        ("gw", 345, 2000, "SRB"),
        ("gw", 340, 2006, "SRB"),
        ("gw", 341, 2006, "MNE"),
        ("gw", 347, 2010, "XKX"),
        ("iso3", "YUG", 1985, "SRB"),
        ("iso3", "YUG", 2020, "SRB"),
        ("iso3", "SCG", 2005, "SRB"),
        ("iso3", "SCG", 2010, None),
        ("iso3", "KSV", 2010, "XKX"),
        ("iso3", "OWID_KOS", 2010, "XKX"),
        ("wb", "KSV", 2010, "XKX"),
        ("wb", "XKX", 2010, "XKX"),
        # The Soviet Union and Russia; Czechoslovakia; Sudan; Ethiopia; Vietnam.
        ("cow", 365, 1980, "RUS"),
        ("cow", 365, 2000, "RUS"),
        ("iso3", "SUN", 1991, "RUS"),
        ("iso3", "SUN", 1992, None),
        ("cow", 315, 1992, "CSK"),
        ("gw", 316, 1993, "CZE"),
        ("iso3", "CSK", 1990, "CSK"),
        ("cow", 625, 2005, "SDN"),
        ("cow", 625, 2020, "SDN"),
        ("cow", 626, 2011, "SSD"),
        ("m49", 736, 2010, "SDN"),
        ("m49", 729, 2012, "SDN"),
        ("cow", 530, 1980, "ETH"),
        ("m49", 230, 1990, "ETH"),
        ("cow", 531, 1993, "ERI"),
        ("cow", 816, 1970, "VNM"),
        ("cow", 817, 1970, "RVN"),
        # Where COW and GW use the same number for two different islands.
        ("cow", 970, 2005, "NRU"),
        ("gw", 970, 2005, "KIR"),
        ("gw", 971, 2005, "NRU"),
        ("gw", 327, 2005, "VAT"),
        ("gw", 327, 1860, None),
        ("cow", 946, 2005, "KIR"),
        ("gw", 972, 2005, "TON"),
        ("cow", 955, 2005, "TON"),
        # Former World Bank codes.
        ("wb", "ROM", 2010, "ROU"),
        ("wb", "ZAR", 2010, "COD"),
        ("wb", "TMP", 2010, "TLS"),
        ("wb", "WBG", 2010, "PSE"),
        ("wb", "ADO", 2010, "AND"),
        ("wb", "WLD", 2010, None),
        # Polity's own variants.
        ("polity", 341, 2010, "XKX"),
        ("polity", 348, 2010, "MNE"),
        ("polity", 347, 2000, "SRB"),
        ("polity", 342, 2010, "SRB"),
        ("polity", 364, 1980, "RUS"),
        ("polity", 529, 2000, "ETH"),
        ("polity", 626, 2015, "SDN"),
        ("polity", 525, 2015, "SSD"),
        ("polity", 769, 1960, "PAK"),
        ("polity", 818, 2000, "VNM"),
        ("polity", 501, 2000, "KEN"),
        ("iso2", "CS", 1990, "CSK"),
        ("iso2", "CS", 2004, "SRB"),
        ("iso2", "el", None, "GRC"),
        ("m49", "004", None, "AFG"),
    ],
)
def test_codes_through_time(system, code, year, expected):
    found = BOOK.by_code(system, code, year=year)
    assert (found.id if found else None) == expected


@given(st.sampled_from(SYSTEMS), YEARS)
def test_within_a_year_a_code_means_at_most_one_partner(system, year):
    for code, uses in BOOK._codes._uses[system].items():
        assert len({use.partner for use in uses if use.holds(year)}) <= 1, (system, code, year)


def test_two_partners_never_share_a_present_code():
    for field in ("iso2", "m49", "cow", "gw", "wb", "name"):
        values = [getattr(one, field) for one in BOOK if getattr(one, field)]
        assert len(values) == len(set(values)), field


@given(st.lists(st.tuples(st.sampled_from([2, 260.0, "255", "x", None, 345]), YEARS), max_size=30))
def test_a_column_of_codes_is_mapped_as_one_by_one(rows):
    codes, years = [code for code, _ in rows], [year for _, year in rows]
    singly = [BOOK.by_code("cow", code, year=year) for code, year in rows]
    assert BOOK.map_codes("cow", codes, years) == [one.id if one else "" for one in singly]


def test_columns_of_other_libraries_are_taken():
    codes = np.array([501.0, np.nan, 2.0])
    assert BOOK.map_codes("cow", codes, np.array([2000, 2001, 2002])) == ["KEN", "", "USA"]


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(InputError, match="2 codes but 1 years"):
        BOOK.map_codes("cow", [2, 20], [2000])


def test_an_unknown_system_is_refused_even_for_no_codes():
    with pytest.raises(UnknownName, match="code system"):
        BOOK.map_codes("fips", [])


def test_a_publishers_own_names_win():
    extra = {"Congo": "COG", "Global": "", "Swasiland": "Eswatini", "Georgia": ""}
    names = ["Congo", "Global", "Swasiland", " Kenya ", "Georgia", None, float("nan")]
    assert BOOK.map_names(names, extra) == ["COG", "", "SWZ", "KEN", "", "", ""]
    assert BOOK.map_names(["Congo", "Georgia"]) == ["", "GEO"]


def test_a_publishers_name_must_point_to_a_partner():
    with pytest.raises(UnknownName, match="Atlantis"):
        BOOK.map_names(["x"], {"x": "Atlantis"})


def test_today_the_system_has_the_un_members_and_kosovo_and_taiwan():
    ids = {one.id for one in BOOK.states(2022)}
    assert len(ids) == 193 + 2
    assert {"XKX", "TWN", "USA", "SSD", "MNE"} <= ids
    assert not ids & {"PSE", "VAT", "COK", "NIU", "PRI", "HKG", "ANT"}


@pytest.mark.parametrize(
    ("year", "inside", "outside"),
    [
        (1990, {"DDR", "YMD", "CSK", "RUS", "SRB", "NAM"}, {"UKR", "EST", "SVK", "ERI", "RVN"}),
        (1991, {"UKR", "EST", "MKD"}, {"DDR", "YMD", "HRV", "ERI"}),
        (1992, {"CSK", "HRV", "BIH"}, {"CZE", "SVK"}),
        (1993, {"CZE", "SVK", "ERI"}, {"CSK"}),
        (2002, {"TLS"}, {"MNE"}),
        (2006, {"MNE", "SRB"}, {"XKX"}),
        (2008, {"XKX"}, {"SSD"}),
        (2011, {"SSD", "SDN"}, {"CSK"}),
    ],
)
def test_members_come_and_go(year, inside, outside):
    """Dates of the Gleditsch and Ward list."""
    ids = {one.id for one in BOOK.states(year)}
    assert inside <= ids
    assert not outside & ids


def test_membership_before_1946_is_refused():
    with pytest.raises(InputError, match="1946"):
        BOOK.states(1939)


def test_a_carried_on_series_says_so():
    assert "Soviet Union" in BOOK.continuity("RUS", 1991)
    assert BOOK.continuity("RUS", 1992) == ""
    assert "Serbia and Montenegro" in BOOK.continuity("SRB", 2005)
    assert BOOK.continuity("SRB", 2007) == ""
    assert "Eritrea" in BOOK.continuity("ETH", 1992)
    assert BOOK.continuity("KEN", 1970) == ""


def test_every_code_and_predecessor_points_to_a_partner():
    for use in BOOK._other_codes:
        assert use.partner in BOOK, use
        assert use.code, use
        assert use.why, use
    assert all(former.partner in BOOK for former in BOOK.predecessors)


def test_a_book_is_looked_into_like_a_mapping():
    assert BOOK["KEN"].name == "Kenya"
    assert "KEN" in BOOK
    assert "Kenya" not in BOOK
    assert len(BOOK) == len(list(BOOK)) == 255
    assert repr(BOOK) == "<PartnerBook: 255 partners>"
    assert partners() is BOOK
    assert [one.id for one in BOOK] == sorted(one.id for one in BOOK)


def test_loading_needs_no_frame_library():
    code = "import sys; from comity.world.partners import partners; partners(); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.publisher
def test_the_table_is_what_the_script_compiles(publisher_data, tmp_path):
    root = Path(__file__).resolve().parents[2]
    sys.path.insert(0, str(root / "scripts"))
    try:
        import compile_partners
    finally:
        sys.path.pop(0)
    compile_partners.main(publisher_data / "country-codes", tmp_path / "partners.csv")
    shipped = root / "src" / "comity" / "world" / "data" / "partners.csv"
    assert (tmp_path / "partners.csv").read_text() == shipped.read_text()


@pytest.mark.publisher
@pytest.mark.parametrize("system", ["gw", "cow"])
def test_every_member_since_1990_is_known_by_its_code(publisher_data, system):
    """The publishers' own lists: each code in each year means a partner, and no two the same."""
    path = publisher_data / "country-codes" / f"{system}states.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["end"] >= "1990-12-31"]
    not_partners = {"396", "397"}  # Abkhazia and South Ossetia
    for year in range(1991, 2026):
        ids = [
            found.id if (found := BOOK.by_code(system, row[f"{system}code"], year=year)) else row
            for row in rows
            if row["start"][:4] <= str(year) < row["end"][:4]
            and row[f"{system}code"] not in not_partners
        ]
        assert all(isinstance(one, str) for one in ids)
        twice = {one for one in ids if ids.count(one) > 1}
        assert not twice, (year, twice)
