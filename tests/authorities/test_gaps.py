from datetime import date

from comity.authorities.gaps import gaps
from tests.authorities.asking import partner

DAY = date(2026, 11, 24)


def test_a_gap_is_a_cell_with_none_and_says_what_to_check():
    found = {(g.activity, g.purpose): g for g in gaps(DAY, recipient="military")}
    assert found["intelligence-sharing", "technology"].unsure
    assert found["demining", "cyber"].unsure == ()
    assert ("train", "counterterrorism") not in found
    first = gaps(DAY, recipient="military")[0]
    assert first.unsure == ()  # those with nothing at all come first


def test_one_activity_alone():
    found = gaps(DAY, recipient="police", activity="exercise")
    assert {gap.activity for gap in found} == {"exercise"}
    assert all(gap.to_dict()["gap"] == ("to check" if gap.unsure else "none") for gap in found)


def test_a_partner_that_is_named_fills_its_own_cells():
    def cells(status):
        return {(g.activity, g.purpose) for g in gaps(DAY, recipient="military", partner=status)}

    ukraine = partner("UKR", ("EUCOM",))
    assert ("intelligence-sharing", "technology") not in cells(ukraine)
    assert ("intelligence-sharing", "technology") in cells(partner("KEN"))
