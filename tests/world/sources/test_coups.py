import pytest

from comity.terms.errors import FileError
from comity.world.sources.coups import parse
from tests.world.sources.extracts import extract, figure

HEADER = "coup_id,cowcode,country,year,month,day,event_type,realized,conspiracy,attempt\n"
ROWS = (
    "a,439,Burkina Faso,2022,1,24,coup,1,0,0\nb,439,Burkina Faso,2022,9,30,coup,1,0,0\n"
    "c,260,Germany,2022,12,7,conspiracy,0,1,0\nd,365,Russia,1991,8,18,attempted,0,0,1\n"
)


def test_events_are_counted_by_kind(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "coups.successful", "BFA", 2022) == 2
    assert figure(frame, "coups.all", "BFA", 2022) == 2
    assert figure(frame, "coups.attempted", "RUS", 1991) == 1
    assert figure(frame, "coups.attempted", "BFA", 2022) is None


def test_code_that_was_no_state_is_placed_by_name_and_said(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "coups.conspiracies", "DEU", 2022) == 1
    assert frame.attrs["dropped"] == ["Germany 2022: code 260 was no state; placed by its name."]


def test_repeated_event_is_refused(tmp_path):
    with pytest.raises(FileError, match="repeated coup_id"):
        parse(extract(tmp_path, HEADER + ROWS.splitlines()[0] + "\n" + ROWS))


@pytest.mark.publisher
def test_known_coups(publisher_data):
    """Burkina Faso had two coups in 2022, Mali one in 2012."""
    frame = parse(publisher_data / "coups-cline-center")
    assert figure(frame, "coups.successful", "BFA", 2022) == 2
    assert figure(frame, "coups.successful", "MLI", 2012) == 1
    kinds = frame.groupby("indicator")["value"].sum()
    assert kinds["coups.all"] == 364
    assert kinds.drop("coups.all").sum() == 364
