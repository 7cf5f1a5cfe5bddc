from comity_web.authorities.package_answer import package_answer
from tests.comity_web.authorities.asked import PACKAGE, question


def test_smallest_and_quickest_stand_side_by_side():
    found = package_answer(question(PACKAGE).needs)
    smallest, quickest = found.kinds
    first, fast = smallest.sets[0].combination, quickest.sets[0].combination
    assert len(first.authorities) <= len(fast.authorities)
    assert fast.wait <= first.wait
    assert [c.need.activity for c in smallest.sets[0].carried] == [
        "train",
        "equip",
        "institution-building",
    ]
    assert "together carry the whole package" in found.conclusion


def test_a_part_that_nobody_carries_is_counted():
    needs = question(
        "activity=train&recipient=military&activity=equip&recipient=irregular"
        "&purpose=counternarcotics&on=2027-03-01"
    ).needs
    assert "all but 1 of 2 parts" in package_answer(needs).conclusion
    alone = package_answer((needs[1], needs[1]))
    assert alone.conclusion.startswith("No authority carries any part")
