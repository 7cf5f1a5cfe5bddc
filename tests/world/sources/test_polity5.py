import openpyxl
import pytest

from comity.terms.errors import FileError
from comity.world.sources.polity5 import parse
from tests.world.sources.extracts import extract, figure

HEADER = "ccode,scode,country,year,democ,autoc,polity,polity2,durable,xconst,polcomp\n"
ROWS = (
    "501,KEN,Kenya,2000,2,4,-2,-2,8,4,6\n"
    "520,SOM,Somalia,2000,-77,-77,-77,0,0,-77,-77\n"
    "645,IRQ,Iraq,2005,-66,-66,-66,,,-66,-66\n"
    "260,GFR,Germany West,1990,10,0,10,10,41,7,10\n"
    "255,GMY,Germany,1990,10,0,10,10,0,7,10\n"
    "255,GMY,Germany,1991,10,0,10,10,1,7,10\n"
)


def test_scores_and_years_of_collapse_and_foreign_rule(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "polity5.polity2", "KEN", 2000) == -2
    assert figure(frame, "polity5.executive_constraints", "KEN", 2000) == 4
    assert figure(frame, "polity5.polity2", "SOM", 2000) == 0
    assert figure(frame, "polity5.democracy", "SOM", 2000) is None
    assert figure(frame, "polity5.polity2", "IRQ", 2005) is None


def test_united_germany_stands_for_its_first_year(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "polity5.durability", "DEU", 1990) == 0
    assert "DEU 1990" in frame.attrs["dropped"][0]


def test_publishers_workbook_and_converted_table_agree(tmp_path):
    lines = [line.split(",") for line in (HEADER + ROWS).splitlines()]
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(
            [int(cell) if cell.lstrip("-").isdigit() else cell or None for cell in line]
        )
    book.save(tmp_path / "p5v2018.xlsx")
    renamed = HEADER.replace("ccode", "polity_annual_ccode")
    one, two = parse(tmp_path / "p5v2018.xlsx"), parse(extract(tmp_path, renamed + ROWS))
    assert one.equals(two)


def test_score_out_of_range_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"line 2.*'polity2'.*from -10 to 10"):
        parse(extract(tmp_path, HEADER + "501,KEN,Kenya,2000,2,4,-2,11,8,4,6\n"))


@pytest.mark.publisher
def test_published_scores(publisher_data):
    """Scores that the Polity project is widely quoted for."""
    frame = parse(publisher_data / "polity5")
    assert figure(frame, "polity5.polity2", "NOR", 2018) == 10
    assert figure(frame, "polity5.polity2", "PRK", 2018) == -10
    assert figure(frame, "polity5.polity2", "USA", 2020) == 5
    assert frame["partner"].nunique() == 170
