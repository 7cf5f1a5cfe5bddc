import pytest

from comity.terms.errors import FileError
from comity.world.sources.pts import parse
from tests.world.sources.extracts import extract, figure

HEADER = "Country,Year,WordBank_Code_A,PTS_A,PTS_H,PTS_S\n"
ROWS = (
    "Türkiye,2016,TUR,4,4,3\nCongo,2000,COG,3,NA,3\nKenya,2015,KEN,3,NA,NA\n"
    "Yugoslavia, Socialist Federal Republic of,1992,YUG,4,NA,5\n"
    "Gaza (Hamas),2012,NA,4,NA,4\n"
).replace(
    "Yugoslavia, Socialist Federal Republic of", '"Yugoslavia, Socialist Federal Republic of"'
)


def latin(tmp_path, text):
    return extract(tmp_path, text, encoding="latin-1")


def test_latin_1_names_and_three_scores(tmp_path):
    frame = parse(latin(tmp_path, HEADER + ROWS))
    assert figure(frame, "pts.state_department", "TUR", 2016) == 3
    assert figure(frame, "pts.amnesty", "COG", 2000) == 3
    assert figure(frame, "pts.amnesty", "COD", 2000) is None
    assert figure(frame, "pts.human_rights_watch", "KEN", 2015) is None
    assert "Gaza (Hamas) (2)" in frame.attrs["dropped"][0]


def test_of_two_yugoslavias_the_one_that_goes_on_counts(tmp_path):
    fry = '"Yugoslavia, Federal Republic of"'
    more = f"{fry},1992,YUG,5,NA,5\n{fry},1993,YUG,5,NA,5\n"
    frame = parse(latin(tmp_path, HEADER + ROWS + more))
    assert figure(frame, "pts.amnesty", "SRB", 1992) == 5
    assert any("Socialist Federal Republic of is left out" in s for s in frame.attrs["dropped"])


def test_score_of_six_is_refused(tmp_path):
    with pytest.raises(FileError, match="from 1 to 5"):
        parse(latin(tmp_path, HEADER + "Kenya,2015,KEN,6,NA,NA\n"))


@pytest.mark.publisher
def test_every_state_is_placed(publisher_data):
    frame = parse(publisher_data / "political-terror-scale")
    assert figure(frame, "pts.state_department", "SYR", 2023) == 5
    assert frame["partner"].nunique() == 201
    assert "7 places" in frame.attrs["dropped"][0]
