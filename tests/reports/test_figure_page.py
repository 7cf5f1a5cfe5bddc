from comity.reports.contribution_bars import contribution_bars
from comity.reports.figure_page import figure_page
from tests.reports.small_world import small_scores


def test_figures_words_table_and_provenance_on_one_page_without_requests():
    scores = small_scores()
    page = figure_page(
        "Kenya <why>",
        figures=[contribution_bars(scores.explain("KEN"))],
        rows=[{"a": 1.5, "b": "x & y"}, {"a": float("nan"), "b": None}],
        lead=["One sentence."],
        provenance=scores.provenance,
    )
    assert "<title>Kenya &lt;why&gt;</title>" in page
    assert "<svg" in page
    assert "x &amp; y" in page
    assert page.count("–</td>") == 2
    assert f"Recipe {scores.provenance.recipe}" in page
    assert "UNCLASSIFIED" in page
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")


def test_a_page_may_have_no_figure_and_no_table():
    page = figure_page("Nothing yet")
    assert "<table" not in page
    assert "<svg" not in page
