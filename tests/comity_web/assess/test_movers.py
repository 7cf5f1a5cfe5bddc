from comity.assess.comparison import compare
from comity_web.assess.movers import movers
from comity_web.assess.scored import scores_of


def test_who_moved_most_and_mainly_why(db):
    found = movers(2020, "AFRICOM")
    wanted = compare(scores_of(2019, "AFRICOM"), scores_of(2020, "AFRICOM"))
    assert found.comparison.rows() == wanted.rows()
    assert [m.move for m in found.most] == [m for m in wanted.moves if m.moved][:10]


def test_the_reason_goes_the_way_of_the_score_and_no_other_construct_went_further(db):
    labels = {c.id: c.label for c in scores_of(2020).model.constructs}
    for mover in movers(2022, "AFRICOM").most:
        move = mover.move
        up = move.score_after - move.score_before
        same = {labels[k]: v for k, v in move.constructs.items() if v is not None and v * up > 0}
        name, _, change = mover.why.rpartition(" ")
        if same:
            assert abs(same[name]) == max(map(abs, same.values()))
            assert (change[0] == "+") == (up > 0)
        else:
            assert mover.why.startswith("what is known of") or not up


def test_the_first_year_has_nothing_before_it(db):
    assert "first year" in movers(1990)


def test_one_partner_alone_cannot_be_compared(people):
    from comity_web.world.actions import create_group

    create_group("Alone", members=["KEN"], by=people["petra"])
    assert "nothing to compare" in movers(2020, "ALONE")
