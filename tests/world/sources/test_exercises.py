"""The reader of multinational military exercises."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.exercises import parse

HEADER = (
    "MMEID,Ex_Name,StartDate,s.year,Air,Land,Sea,Amphibious,Peacekeeping,Humanitarian,"
    "StateA,StateB,StateC,StateD"
)
ROWS = [
    "mme1,Readex,1/14/80,1980,0,0,1,0,0,0,Netherlands,United States,,",
    "mme2,Cobra,1980-02-xx,1980,0,0,0,0,0,1,Netherlands,Thailand,United States,Thailand",
    "mme3,Other,1980-03-01,1980,-9,1,0,0,1,0,Netherlands,st. christopher,-9,NATO",
]


def write(path: Path, rows=ROWS, header=HEADER) -> Path:
    file = path / "mme_v7.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def counts(frame) -> dict[tuple[str, str], float]:
    return dict(
        zip(zip(frame["indicator"], frame["partner"], strict=True), frame["value"], strict=True)
    )


def test_exercises_with_and_without_the_united_states(tmp_path):
    found = counts(parse(write(tmp_path).parent))
    assert found["exercises.all", "NLD"] == 3
    assert found["exercises.with_us", "NLD"] == 2
    assert found["exercises.with_us_field", "NLD"] == 1
    assert found["exercises.with_us_peaceful", "NLD"] == 1
    assert ("exercises.with_us", "KNA") not in found


def test_a_partner_listed_twice_counts_once(tmp_path):
    assert counts(parse(write(tmp_path)))["exercises.with_us", "THA"] == 1


def test_groups_of_states_are_told(tmp_path):
    frame = parse(write(tmp_path))
    assert frame.attrs["dropped"] == ["NATO: 1 rows without a partner."]
    assert "USA" not in set(frame["partner"])


def test_damage_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"line 2: the column 's.year' says 'xx'"):
        parse(write(tmp_path, [ROWS[0].replace(",1980,", ",xx,")]))
    with pytest.raises(FileError, match="names no participant"):
        parse(write(tmp_path, ["mme1,Readex,1/14/80,1980,0,0,1,0,0,0,-9,,,"]))
    with pytest.raises(FileError, match="the header lacks"):
        parse(write(tmp_path, ["1"], "MMEID"))


@pytest.mark.publisher
def test_exercises_with_the_united_states(publisher_data):
    """The United Kingdom joined 685 exercises; SOURCE.md counts 1,882 with the United States."""
    frame = parse(publisher_data / "us-troops-bases-exercises")
    sums = frame.groupby(["indicator", "partner"])["value"].sum()
    assert sums["exercises.all", "GBR"] in {684, 685}
    assert sums["exercises.with_us"].max() < 1_882
    assert (frame["year"].min(), frame["year"].max()) == (1980, 2010)
