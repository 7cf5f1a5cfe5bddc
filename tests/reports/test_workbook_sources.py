from tests.reports.written import sheet_rows


def test_every_indicator_and_source_is_cited(scores):
    rows = sheet_rows("Sources", scores)
    ids = [row[0] for row in rows]
    assert set(scores.model.indicators) <= set(ids)
    source = rows[ids.index("test")]
    assert source[2] == "Test Press (2024), Côte d'Ivoire edition."
    assert source[4] == "open licence"
