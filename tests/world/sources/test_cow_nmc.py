import pytest

from comity.terms.errors import FileError
from comity.world.sources.cow_nmc import parse
from tests.world.sources.extracts import extract, figure

HEADER = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n"


def test_figures_in_the_publishers_units_and_missing_codes(tmp_path):
    text = HEADER + "501,2010,-9,24,0,7000,41500,5000,0.0011\n999,2010,1,1,1,1,1,1,0.1\n"
    frame = parse(extract(tmp_path, text))
    assert figure(frame, "cow_nmc.military_personnel", "KEN", 2010) == 24
    assert figure(frame, "cow_nmc.cinc", "KEN", 2010) == 0.0011
    assert figure(frame, "cow_nmc.military_spending", "KEN", 2010) is None
    assert "code 999" in frame.attrs["dropped"][0]


def test_share_above_one_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"'cinc' says '1\.5'"):
        parse(extract(tmp_path, HEADER + "501,2010,1,24,0,7000,41500,5000,1.5\n"))


@pytest.mark.publisher
def test_shares_of_the_world_add_up_to_one(publisher_data):
    """The index is a mean of shares of the world, so that each year's states sum to one."""
    frame = parse(publisher_data / "correlates-of-war")
    shares = frame[frame["indicator"] == "cow_nmc.cinc"].groupby("year")["value"].sum()
    assert len(shares) == 38
    assert ((shares - 1).abs() < 0.03).all()
    assert figure(frame, "cow_nmc.cinc", "USA", 2016) == 0.13325359
