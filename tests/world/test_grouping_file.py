from datetime import date

import pytest

from comity.terms.errors import FileError
from comity.terms.grouping import Certainty
from comity.world.grouping_file import group_key, read_groupings
from comity.world.partners import partners

GOOD = """
family = "Ours"
source = "Guidance of March 2024"

[groups.PRIORITY]
title = "Priority partners"
note = "Agreed in March."
members = ["KEN", "Côte d'Ivoire", "gh"]

[[groups.PRIORITY.membership]]
members = ["Niger"]
start = 2015-02-01
end = 2023
certainty = "recalled"
note = "until the coup"

[groups.OTHER_2]
members = ["MEX"]
"""


def read(text):
    return read_groupings(text, "mine.toml", partners())


def test_a_family_of_groups_is_read():
    priority, other = read(GOOD)
    assert (priority.name, priority.title) == ("PRIORITY", "Priority partners")
    assert (priority.family, priority.source) == ("Ours", "Guidance of March 2024")
    assert [one.partner for one in priority.memberships] == ["KEN", "CIV", "GHA", "NER"]
    niger = priority.memberships[-1]
    assert (niger.start, niger.end) == (date(2015, 2, 1), date(2023, 12, 31))
    assert niger.certainty is Certainty.RECALLED
    assert niger.note == "until the coup"
    assert other.title == "OTHER_2"
    assert other.vintage == "not stated"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('family = "Ours"', "", "family"),
        ('source = "Guidance of March 2024"', "source = 3", "source"),
        ("[groups.PRIORITY]", "[groups.Priority]", r"groups\.Priority"),
        ('title = "Priority partners"', 'titel = "x"', r"groups\.PRIORITY\.titel"),
        ('"KEN", ', '"Kenia", ', r"groups\.PRIORITY\.members\[1\]: There is .*'Kenya'[^.]*\?$"),
        ('"KEN", ', '"Congo", ', r"groups\.PRIORITY\.members\[1\].*\(COD\) or .*\(COG\)"),
        ('members = ["Niger"]', 'members = "Niger"', r"membership\[1\]\.members"),
        ('members = ["Niger"]', "", r"membership\[1\]\.members.*missing"),
        ("start = 2015-02-01", 'start = "2015"', r"membership\[1\]\.start"),
        ("start = 2015-02-01", "start = true", r"membership\[1\]\.start"),
        ("end = 2023", "end = 2014", r"membership\[1\]\.end.*before the start"),
        ("end = 2023", "end = 202", r"membership\[1\]\.end"),
        ('certainty = "recalled"', 'certainty = "sure"', r"membership\[1\]\.certainty.*recalled"),
        ('members = ["MEX"]', "", r"groups\.OTHER_2.*no member"),
        ('members = ["MEX"]', "membership = 1", r"groups\.OTHER_2\.membership"),
    ],
)
def test_a_mistake_is_refused_with_file_and_field(old, new, field):
    assert old in GOOD
    with pytest.raises(FileError, match=rf"^mine\.toml.*{field}"):
        read(GOOD.replace(old, new, 1))


def test_a_group_that_is_no_table_is_refused():
    with pytest.raises(FileError, match=r"groups\.A: expected a table"):
        read('family = "f"\nsource = "s"\n[groups]\nA = ["KEN"]')


@pytest.mark.parametrize("text", ['family = "f"', 'family = "f"\ngroups = 1', "[groups]"])
def test_a_file_without_groups_is_refused(text):
    with pytest.raises(FileError, match="there is no group"):
        read(text)


def test_what_is_no_toml_is_refused_with_its_line():
    with pytest.raises(FileError, match=r"mine\.toml, line 2: this is not TOML") as refusal:
        read('family = "Ours"\nsource = \n')
    assert refusal.value.line == 2


@pytest.mark.parametrize("name", ["AFRICOM", "africom", " Africom "])
def test_names_of_groups_are_compared_without_case(name):
    assert group_key(name) == "AFRICOM"
