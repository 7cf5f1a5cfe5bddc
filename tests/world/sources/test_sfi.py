import pandas as pd
import pytest

from comity.terms.errors import FileError
from comity.world.sources.sfi import parse
from tests.world.sources.extracts import extract, figure

PARTS = "seceff,secleg,poleff,polleg,ecoeff,ecoleg,soceff,socleg"
HEADER = f"scode,country,year,region,sfi,effect,legit,{PARTS}\n"
ROWS = (
    "KEN,Kenya,2018,4,9,5,4,1,1,1,1,2,1,1,1\n"
    "YGS,Serbia & Montenegro,2005,1,8,4,4,1,1,1,1,1,1,1,1\n"
    "SER,Serbia,2006,1,6,3,3,1,1,1,1,1,1,0,0\n"
)


def test_index_halves_and_parts_under_the_centers_own_codes(tmp_path):
    frame = parse(extract(tmp_path, HEADER + ROWS))
    assert figure(frame, "sfi.total", "KEN", 2018) == 9
    assert figure(frame, "sfi.economic_effectiveness", "KEN", 2018) == 2
    assert figure(frame, "sfi.total", "SRB", 2005) == 8
    assert figure(frame, "sfi.total", "SRB", 2006) == 6


def test_scores_that_do_not_add_up_unknown_codes_and_ranges_are_refused(tmp_path):
    with pytest.raises(FileError, match=r"line 2.*'sfi' is 10, but effect \+ legit make 9"):
        parse(extract(tmp_path, HEADER + ROWS.replace("4,9,5,4", "4,10,5,4")))
    with pytest.raises(FileError, match=r"'XXX' \(Kenya\) is not known"):
        parse(extract(tmp_path, HEADER + ROWS.replace("KEN,", "XXX,")))
    with pytest.raises(FileError, match="from 0 to 25"):
        parse(extract(tmp_path, HEADER + ROWS.replace("4,9,5,4", "4,26,5,4")))


@pytest.mark.publisher
def test_workbook_and_csv_are_the_same(publisher_data):
    folder = publisher_data / "state-fragility-index"
    assert parse(folder / "SFIv2018.csv").equals(parse(folder / "SFIv2018.xls"))


@pytest.mark.publisher
def test_numbers_of_the_public_file(publisher_data):
    """Mean of 2018 7.976 in 167 states, as in another public copy of the index.

    That copy (3,999 rows, 168 states) carries the scores of Serbia and Montenegro to 2005 for
    Serbia and for Montenegro too, and those of Sudan to 2011 for South Sudan. With these added
    its other numbers come out as well.
    """
    frame = parse(publisher_data / "state-fragility-index" / "SFIv2018.csv")
    index = frame[frame["indicator"] == "sfi.total"]
    of_2018 = index[index["year"] == 2018]["value"]
    assert (len(index), len(of_2018), round(of_2018.mean(), 3)) == (3960, 167, 7.976)
    serbia = index[(index["partner"] == "SRB") & (index["year"] <= 2005)]
    sudan = index[(index["partner"] == "SDN") & (index["year"] <= 2011)]
    more = [serbia.assign(partner="YGS"), serbia.assign(partner="MNE"), sudan.assign(partner="SSD")]
    copy = pd.concat([index, *more]).sort_values(["partner", "year"])
    means = copy.groupby("year")["value"].agg(["mean", "count"]).round(3)
    assert len(copy) == 3999
    assert means.loc[[1995, 2000, 2005, 2008]].to_numpy().tolist() == [
        [10.946, 166],
        [10.373, 166],
        [9.389, 167],
        [8.749, 167],
    ]
    early = copy[copy["year"] <= 2008]
    full = early[early.groupby("partner")["year"].transform("size") == 14]
    by_year = full.groupby("year")["value"].mean()
    assert (full["partner"].nunique(), len(full)) == (165, 2310)
    assert round(full["value"].mean(), 4) == 9.8996
    assert round(by_year[2008] - by_year[1995], 3) == -2.224
    change = early.groupby("partner")["value"].diff().dropna()
    assert (len(change), round(change.mean(), 4), round(change.std(), 3)) == (2161, -0.1712, 0.863)
    shares = [(change == 0).mean(), (change < 0).mean(), (change > 0).mean()]
    assert [round(100 * share, 1) for share in shares] == [61.1, 25.6, 13.3]


@pytest.mark.publisher
def test_persistence_variance_and_classes_of_the_public_file(publisher_data):
    """The other numbers of that copy: autocorrelation, variance between states, classes."""
    copy = _other_copy(parse(publisher_data / "state-fragility-index" / "SFIv2018.csv"))
    early = copy[copy["year"] <= 2008]
    for lag, number, count in [(1, 0.9918, 2161), (5, 0.9703, 1493)]:
        past = early[["partner", "year", "value"]].assign(year=early["year"] + lag)
        pairs = early.merge(past, on=["partner", "year"], suffixes=("", "_past"))
        assert (round(pairs["value"].corr(pairs["value_past"]), 4), len(pairs)) == (number, count)
    full = early[early.groupby("partner")["year"].transform("size") == 14]
    within = full["value"] - full.groupby("partner")["value"].transform("mean")
    between = 1 - within.var(ddof=0) / full["value"].var(ddof=0)
    assert round(between, 4) == 0.9641
    assert round(((within**2).sum() / (len(full) - 165)) ** 0.5, 3) == 1.329
    edges = [-1, 3, 7, 11, 15, 19, 25]
    for year, wanted in [(1995, [19, 30, 30, 33, 21, 33]), (2008, [9, 18, 32, 32, 28, 48])]:
        values = copy.loc[copy["year"] == year, "value"]
        assert pd.cut(values, edges).value_counts(sort=False).tolist()[::-1] == wanted
    deviations = copy.groupby("year")["value"].std().round(3)
    assert (deviations[1995], deviations[2008]) == (6.909, 6.462)


def _other_copy(frame):
    """Rows as that copy has them: scores of former states repeated for their successors."""
    index = frame[frame["indicator"] == "sfi.total"]
    serbia = index[(index["partner"] == "SRB") & (index["year"] <= 2005)]
    sudan = index[(index["partner"] == "SDN") & (index["year"] <= 2011)]
    more = [serbia.assign(partner="YGS"), serbia.assign(partner="MNE"), sudan.assign(partner="SSD")]
    return pd.concat([index, *more]).sort_values(["partner", "year"])
