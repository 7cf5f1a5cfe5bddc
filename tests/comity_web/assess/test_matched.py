import pytest

from comity.assess.funding import funding_of
from comity.terms.errors import DataMissing
from comity_web.assess.matched import match_now, matched
from comity_web.assess.priorities import priorities_of
from comity_web.assess.scored import scores_of
from comity_web.world.evidence import panel


def test_labels_come_with_their_certainty_and_are_kept(db):
    found = matched(2019, "AFRICOM")
    assert found.matches.certainty is not None
    assert ((found.matches.certainty >= 0) & (found.matches.certainty <= 1)).all()
    assert matched(2019, "AFRICOM") is found
    assert any("ILLUSTRATIVE" in line for line in found.about)


def test_without_draws_the_labels_are_the_same_and_nothing_is_said_of_certainty(db):
    scores = scores_of(2019, "AFRICOM")
    funding = funding_of(panel(), 2019)
    quick = match_now(scores, priorities_of(2019, "AFRICOM"), funding)
    assert quick.matches.certainty is None
    assert quick.matches.label == matched(2019, "AFRICOM").matches.label
    assert set(quick.funding.amounts) <= set(scores.partners)


def test_who_pays_for_itself_is_left_out_and_counted(db):
    found = matched(2019)
    assert not {"NOR", "AUS"} & set(found.matches.partners)
    assert any("pay for themselves" in line for line in found.about)


def test_a_year_without_money_is_refused(db):
    with pytest.raises(DataMissing, match="no funding"):
        matched(2025)
