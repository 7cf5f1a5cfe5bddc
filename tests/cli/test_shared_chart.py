import pytest

from comity.cli.shared_chart import check_chart, write_chart
from comity.reports.interval_curve import interval_curve
from comity.terms.errors import FileError

ROWS = [{"m": float(k), "estimate": 1.0, "low": 0.5, "high": 1.5} for k in range(5)]


def test_the_ending_says_what_is_written(tmp_path):
    chart = interval_curve(ROWS, "m", title="A < B", claim="association")
    for name, head in (("a.svg", "<svg"), ("a.HTML", "<!doctype html")):
        check_chart(tmp_path / name)
        write_chart(tmp_path / name, chart)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(head)
    assert "A &lt; B" in (tmp_path / "a.HTML").read_text(encoding="utf-8")


def test_other_endings_are_refused_first(tmp_path):
    check_chart(None)
    with pytest.raises(FileError, match=r"\.html or \.svg"):
        check_chart(tmp_path / "a.png")
    with pytest.raises(FileError, match="folder does not exist"):
        check_chart(tmp_path / "none" / "a.svg")
