from datetime import date

from comity.authorities.side_by_side import side_by_side


def test_each_activity_has_both_sides(signed_in):
    page = signed_in("vera").get("/authorities/patchwork/titles/?on=2027-03-01")
    assert page.context["rows"] == side_by_side(date(2027, 3, 1))
    text = page.content.decode()
    assert "Foreign-affairs law alone offers" in text or "Defense law alone offers" in text
    assert 'href="/authorities/records/FAA-541/"' in text
