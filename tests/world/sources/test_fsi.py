import pytest

from comity.terms.errors import FileError
from comity.world.sources.fsi import parse
from tests.world.sources.extracts import extract, figure

HEADER = "iso3,year,rank,total,code,indicator,value\n"
CODES = ("C1", "C2", "C3", "E1", "E2", "E3", "P1", "P2", "P3", "S1", "S2", "X1")
ROWS = "".join(f"KEN,2019,25,93.5,{code},name,{i / 2}\n" for i, code in enumerate(CODES))


def test_scores_total_and_rank(tmp_path):
    change = "KEN,2019,25,93.5,Change from Previous Year,,-3.9\n"
    frame = parse(extract(tmp_path, HEADER + ROWS + change))
    assert figure(frame, "fsi.security_apparatus", "KEN", 2019) == 0
    assert figure(frame, "fsi.external_intervention", "KEN", 2019) == 5.5
    assert figure(frame, "fsi.total", "KEN", 2019) == 93.5
    assert figure(frame, "fsi.rank", "KEN", 2019) == 25
    assert len(frame) == 14
    assert frame.attrs["dropped"] == ["1 rows 'Change from Previous Year' are no score."]


def test_unknown_score_and_two_totals_are_refused(tmp_path):
    with pytest.raises(FileError, match=r"line 2.*'Z9'; expected one of C1"):
        parse(extract(tmp_path, HEADER + "KEN,2019,25,93.5,Z9,name,1\n"))
    with pytest.raises(FileError, match=r"two figures of fsi\."):
        parse(extract(tmp_path, HEADER + ROWS + ROWS.replace("93.5", "94").replace("name", "x")))
    with pytest.raises(FileError, match="from 0 to 10"):
        parse(extract(tmp_path, HEADER + "KEN,2019,25,93.5,C1,name,10.5\n"))


@pytest.mark.publisher
def test_totals_are_the_sum_of_twelve_scores(publisher_data):
    """The publisher rounds some years' scores, so that sums differ by up to 0.2."""
    frame = parse(publisher_data / "fragile-states-index")
    wide = frame.pivot(index=["partner", "year"], columns="indicator", values="value")
    scores = wide.drop(columns=["fsi.total", "fsi.rank"]).sum(axis=1)
    assert len(wide) == 3170
    assert ((scores - wide["fsi.total"]).abs() < 0.21).all()
    assert figure(frame, "fsi.rank", "SOM", 2023) == 1
