from datetime import date

from comity.authorities.side_by_side import side_by_side


def test_the_titles_side_by_side():
    rows = {row.activity: row for row in side_by_side(date(2027, 1, 1))}
    assert "T10-333" in rows["train"].title_10
    assert "FAA-541" in rows["train"].title_22
    assert not set(rows["train"].title_10) & set(rows["train"].title_22)
    assert rows["sale"].to_dict()["title_10"] == ["T10-8677"]
