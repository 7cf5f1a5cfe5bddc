import pytest

from comity.terms.errors import FileError
from comity.world.sources.cow_intrawar import parse
from tests.world.sources.extracts import extract, figure

HEADER = "warnum,warname,year,cowintraonset,primary_state,ccodea,ccodeb\n"
ROWS = (
    "1,A,1999,1,1,490,-8\n1,A,1999,0,0,-8,517\n1,A,1999,0,0,540,-8\n"
    "2,B,1999,0,1,490,-8\n1,A,2000,0,1,490,-8\n"
)


def test_wars_onsets_and_interventions(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "cow_intrawar.wars", "COD", 1999) == 2
    assert figure(frame, "cow_intrawar.onsets", "COD", 1999) == 1
    assert figure(frame, "cow_intrawar.wars", "COD", 2000) == 1
    assert figure(frame, "cow_intrawar.interventions", "RWA", 1999) == 1
    assert figure(frame, "cow_intrawar.interventions", "AGO", 1999) == 1
    assert figure(frame, "cow_intrawar.interventions", "COD", 1999) is None


def test_flag_that_is_none_is_refused(tmp_path):
    with pytest.raises(FileError, match="'primary_state'"):
        parse(extract(tmp_path, HEADER + "1,A,1999,1,7,490,-8\n"))


@pytest.mark.publisher
def test_known_wars(publisher_data):
    """Sri Lanka to 2007 and Colombia in 2000 were at war; Rwanda fought in the DRC in 1999."""
    frame = parse(publisher_data / "correlates-of-war")
    assert figure(frame, "cow_intrawar.wars", "LKA", 2007) == 1
    assert figure(frame, "cow_intrawar.wars", "COL", 2000) == 1
    assert figure(frame, "cow_intrawar.interventions", "RWA", 1999) == 1
    assert figure(frame, "cow_intrawar.wars", "FRA", 1999) is None
