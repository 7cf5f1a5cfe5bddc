from tests.reports.written import sheet_rows


def test_widest_gap_first_and_the_left_out_below(scores, matches):
    rows = sheet_rows("Matching", scores, None, matches)
    assert rows[5][0] == matches.rows()[0]["partner"]
    assert rows[5][2] == matches.rows()[0]["label"]
    words = [row[0] for row in rows]
    assert "Not compared" in words
    assert "South Korea: no funding figure" in words
