from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.terms.errors import UnknownName
from comity.terms.partner import Partner, PartnerKind
from comity.world.codes import SYSTEMS, CodeTable, CodeUse, clean_code


def partner(iso3, cow, *, kind=PartnerKind.STATE, last=None):
    return Partner(
        id=iso3, name=iso3, iso2=iso3[:2], m49=None, cow=cow, gw=cow, wb=iso3, kind=kind, first=1900,
        last=last,
    )  # fmt: skip


TABLE = CodeTable(
    [
        partner("DEU", 255),
        partner("MNE", 341),
        partner("XKX", 347),
        partner("CSK", 315, kind=PartnerKind.FORMER, last=1992),
        partner("SRB", 345),
    ],
    [
        CodeUse("cow", "260", "DEU", None, 1990, "West Germany"),
        CodeUse("polity", "341", "XKX", 2008, None, "Kosovo"),
        CodeUse("iso2", "CS", "SRB", 2003, 2006, "Serbia and Montenegro"),
    ],
)


@pytest.mark.parametrize(
    ("system", "code", "clean"),
    [
        ("cow", 255, "255"),
        ("cow", 255.0, "255"),
        ("cow", " 255.0 ", "255"),
        ("cow", "255.5", ""),
        ("m49", "004", "4"),
        ("cow", np.int64(2), "2"),
        ("cow", np.float64("nan"), ""),
        ("cow", "-2", ""),
        ("iso3", " ken", "KEN"),
        ("iso3", None, ""),
        ("iso2", "", ""),
    ],
)
def test_codes_are_compared_in_one_form(system, code, clean):
    assert clean_code(system, code) == clean


@given(st.sampled_from(SYSTEMS), st.one_of(st.text(), st.integers(), st.floats(), st.none()))
def test_cleaning_never_fails_and_settles(system, code):
    clean = clean_code(system, code)
    assert clean_code(system, clean) == clean


@pytest.mark.parametrize(
    ("system", "code", "year", "expected"),
    [
        ("cow", 255, 1950, "DEU"),
        ("cow", 260, 1990, "DEU"),
        ("cow", 260, 1991, None),
        ("cow", 260, None, "DEU"),
        ("cow", 315, 1992, "CSK"),
        ("cow", 315, 1993, None),
        ("iso2", "CS", 1992, "CSK"),
        ("iso2", "CS", 1999, None),
        ("iso2", "CS", 2003, "SRB"),
        ("iso2", "CS", None, "SRB"),
        ("cow", 341, 2010, "MNE"),
        ("polity", 341, 2010, "XKX"),
        ("polity", 341, 2000, None),
        ("polity", 345, 2000, "SRB"),
        ("cow", "", None, None),
        ("wb", 9, None, None),
    ],
)
def test_a_code_means_a_partner_in_its_years(system, code, year, expected):
    found = TABLE.find(system, code, year)
    assert (found.partner if found else None) == expected


def test_a_use_says_what_the_code_was():
    assert TABLE.find("cow", 260).why == "West Germany"
    assert TABLE.find("cow", 255).why == ""


def test_an_unknown_system_is_refused():
    with pytest.raises(UnknownName, match="code system"):
        TABLE.find("iso4", "KEN")


def test_the_latest_use_comes_first():
    lasts = [use.last or 9999 for use in TABLE.uses("iso2", "cs")]
    assert all(later >= earlier for later, earlier in pairwise(lasts))
    assert len(lasts) == 2
