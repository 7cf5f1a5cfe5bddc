import pytest

from comity.terms.errors import FileError
from comity.world.sources.cpi import parse
from tests.world.sources.extracts import extract, figure

HEADER = "Entity,Code,Year,Corruption Perceptions Index,World region according to OWID\n"


def test_scores_kosovo_and_regions(tmp_path):
    text = HEADER + "Kenya,KEN,2024,32,Africa\nKosovo,OWID_KOS,2024,44,Europe\nWorld,,2024,43,\n"
    frame = parse(extract(tmp_path, text))
    assert figure(frame, "cpi.score", "KEN", 2024) == 32
    assert figure(frame, "cpi.score", "XKX", 2024) == 44
    assert "World (1)" in frame.attrs["dropped"][0]


def test_score_above_one_hundred_is_refused(tmp_path):
    with pytest.raises(FileError, match="from 0 to 100"):
        parse(extract(tmp_path, HEADER + "Kenya,KEN,2024,132,Africa\n"))


@pytest.mark.publisher
def test_published_scores(publisher_data):
    """Transparency International's announcement of February 2025: Denmark 90, South Sudan 8."""
    frame = parse(publisher_data / "corruption-perceptions-index")
    assert figure(frame, "cpi.score", "DNK", 2024) == 90
    assert figure(frame, "cpi.score", "SSD", 2024) == 8
    assert len(frame) == 2312
