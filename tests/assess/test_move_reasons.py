import pytest

from comity.assess.move_reasons import Reason, move_reasons
from comity.terms.errors import InputError, UnknownName
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores


def changed(**weights):
    return small_model().with_weights(weights).score(small_panel(), year=2022, partners=PARTNERS)


def test_reasons_are_the_differences_of_the_explanations():
    before = small_scores()
    after = changed(**{small_model().constructs[0].id: 4.0})
    found = move_reasons(before, after, ["KEN", "Ghana"])
    for partner in ("KEN", "Ghana"):
        old, new = before.explain(partner).constructs, after.explain(partner).constructs
        for reason in found[partner]:
            assert reason.before == pytest.approx(old[reason.construct], abs=1e-9)
            assert reason.after == pytest.approx(new[reason.construct], abs=1e-9)
        sizes = [abs(r.change) for r in found[partner]]
        assert sizes == sorted(sizes, reverse=True)


def test_changes_add_up_to_the_move_against_the_median_partner():
    before, after = small_scores(), changed(**{small_model().constructs[1].id: 3.0})
    old, new = before.explain("KEN"), after.explain("KEN")
    total = sum(reason.change for reason in move_reasons(before, after, ["KEN"])["KEN"])
    expected = (new.score - new.baseline) - (old.score - old.baseline)
    assert total == pytest.approx(expected, abs=0.02)


def test_nothing_moves_without_a_change():
    assert move_reasons(small_scores(), small_scores(), ["KEN"]) == {"KEN": ()}


def test_a_construct_that_is_gone_takes_its_points_along():
    first = small_model().constructs[0]
    after = (
        small_model()
        .without([use.id for use in first.indicators])
        .score(small_panel(), year=2022, partners=PARTNERS)
    )
    reasons = {r.construct: r for r in move_reasons(small_scores(), after, ["KEN"])["KEN"]}
    gone = reasons[first.id]
    assert gone.after == 0.0
    assert gone.label == first.label
    assert gone.before == pytest.approx(small_scores().explain("KEN").constructs[first.id])


def test_the_sentence_has_signs():
    assert Reason("g", "Governance", 1.0, -0.5).sentence == "Governance −1.5 (+1.0 to −0.5)"


def test_a_partner_must_be_known_and_scored_in_both():
    after = small_model().score(small_panel(), year=2022, partners=PARTNERS[:5])
    with pytest.raises(InputError):
        move_reasons(small_scores(), after, ["KEN"])
    with pytest.raises(UnknownName):
        move_reasons(small_scores(), small_scores(), ["Atlantis"])
