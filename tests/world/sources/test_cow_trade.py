import pytest

from comity.terms.errors import FileError
from comity.world.sources.cow_trade import parse
from tests.world.sources.extracts import extract, figure

HEADER = "ccode,year,imports,exports\n"


def test_imports_exports_and_missing(tmp_path):
    frame = parse(extract(tmp_path, HEADER + "501,2010,12000.5,-9\n"))
    assert figure(frame, "cow_trade.imports", "KEN", 2010) == 12000.5
    assert figure(frame, "cow_trade.exports", "KEN", 2010) is None


def test_negative_trade_is_refused(tmp_path):
    with pytest.raises(FileError, match="of 0 or more"):
        parse(extract(tmp_path, HEADER + "501,2010,-3,4\n"))


@pytest.mark.publisher
def test_world_imports_about_equal_world_exports(publisher_data):
    """What one state buys another sells; the publisher's totals differ by freight and gaps."""
    frame = parse(publisher_data / "correlates-of-war")
    world = frame[frame["year"] >= 2000].groupby(["indicator", "year"])["value"].sum().unstack(0)
    ratio = world["cow_trade.imports"] / world["cow_trade.exports"]
    assert len(ratio) == 15
    assert ratio.between(0.9, 1.1).all()
