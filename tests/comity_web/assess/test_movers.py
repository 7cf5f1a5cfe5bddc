from comity.assess.comparison import compare
from comity_web.assess.movers import movers
from comity_web.assess.scored import scores_of


def test_who_moved_most_and_mainly_why(db):
    found = movers(2020, "AFRICOM")
    wanted = compare(scores_of(2019, "AFRICOM"), scores_of(2020, "AFRICOM"))
    assert found.comparison.rows() == wanted.rows()
    assert [m.move for m in found.most] == [m for m in wanted.moves if m.moved][:10]
    labels = {c.label for c in scores_of(2020).model.constructs}
    assert all(m.why.rpartition(" ")[0] in labels for m in found.most)


def test_the_first_year_has_nothing_before_it(db):
    assert "first year" in movers(1990)


def test_one_partner_alone_cannot_be_compared(people):
    from comity_web.world.actions import create_group

    create_group("Alone", members=["KEN"], by=people["petra"])
    assert "nothing to compare" in movers(2020, "ALONE")
