from tests.reports.written import sheet_rows


def test_it_says_what_it_is_not_and_where_it_comes_from(scores, intervals):
    words = " ".join(str(cell) for row in sheet_rows("Read me", scores, intervals) for cell in row)
    assert "UNCLASSIFIED" in words
    assert "not a forecast" in words
    assert "Comity default" in words
    assert scores.provenance.recipe in words
    assert scores.provenance.data in words
    assert "seed 3" in words
    assert "import-workbook" in words


def test_matching_is_listed_only_where_it_is(scores, matches):
    assert "Matching" not in str(sheet_rows("Read me", scores))
    assert "Matching" in str(sheet_rows("Read me", scores, None, matches))
