import pytest

from comity.terms.errors import FileError
from comity.world.sources.cow_mid import parse
from tests.world.sources.extracts import extract, figure

HEADER = "dispnum,ccode1,ccode2,year,hostlev1\n"
ROWS = (
    "1,645,2,2003,5\n1,2,645,2003,5\n"
    "1,645,200,2003,5\n1,200,645,2003,4\n"
    "2,645,690,2003,2\n2,690,645,2003,1\n"
)


def test_disputes_are_counted_once_whatever_the_number_of_opponents(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "cow_mid.disputes", "IRQ", 2003) == 2
    assert figure(frame, "cow_mid.disputes_with_usa", "IRQ", 2003) == 1
    assert figure(frame, "cow_mid.disputes_with_force", "IRQ", 2003) == 1
    assert figure(frame, "cow_mid.disputes_with_force", "KWT", 2003) is None
    assert figure(frame, "cow_mid.disputes_with_usa", "GBR", 2003) is None


def test_repeated_dyad_and_unknown_level_are_refused(tmp_path):
    with pytest.raises(FileError, match="lines 2 and 3"):
        parse(extract(tmp_path, HEADER + "1,645,2,2003,5\n1,645,2,2003,5\n"))
    with pytest.raises(FileError, match="'hostlev1'"):
        parse(extract(tmp_path, HEADER + "1,645,2,2003,6\n"))


@pytest.mark.publisher
def test_every_dispute_has_two_sides(publisher_data):
    """In directed dyads each dispute-year counts for at least two states."""
    frame = parse(publisher_data / "correlates-of-war")
    assert figure(frame, "cow_mid.disputes_with_usa", "IRQ", 2003) == 1
    disputes = frame[frame["indicator"] == "cow_mid.disputes"].groupby("year")["value"].sum()
    assert disputes.index.tolist() == list(range(1985, 2015))
    assert (disputes > 20).all()
