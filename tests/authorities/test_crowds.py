from datetime import date

from comity.authorities.crowds import crowds
from comity.authorities.narrowing import Only
from comity.authorities.partner_axis import each
from tests.authorities.asking import partner, small

DAY = date(2025, 6, 1)


def test_the_same_activity_mission_and_partner():
    """Both maritime authorities reach the Philippines; only section 333 reaches Kenya."""
    asked = each([partner("PHL", ("INDOPACOM",), name="Philippines"), partner(name="Kenya")])
    only = Only(activity="equip", purpose="maritime-security", recipient="military")
    found = crowds(DAY, only=only, partners=asked, book=small("NDAA16-1263", "T10-333"))
    assert [(c.partner, c.sure) for c in found] == [
        ("Philippines", ("NDAA16-1263", "T10-333")),
        ("Kenya", ("T10-333",)),
    ]


def test_the_most_crowded_comes_first_and_the_number_is_kept():
    found = crowds(DAY, only=Only(recipient="military"), most=7)
    numbers = [crowd.to_dict()["number"] for crowd in found]
    assert len(numbers) == 7
    assert numbers == sorted(numbers, reverse=True)
    assert found[0].to_dict()["partner"] is None
