import pytest

from comity.terms.errors import UnknownName
from comity_web.evaluate.study_cards import study_card, study_cards


@pytest.fixture(autouse=True)
def _database(db):
    """Sources are read beside the records."""


def test_every_shipped_study_has_a_card_that_runs():
    cards = {card.study.id: card for card in study_cards()}
    assert {"fragility", "africa", "fragile-states", "training-allocation", "tiny"} == set(cards)
    assert all(card.entry.runs for card in cards.values())


def test_a_card_says_what_is_missing_and_how_to_bring_it():
    card = study_card("tiny")
    assert card.variants == [
        ("index", "with a publisher's file", False),
        ("open", "open sources", True),
    ]
    missing = {one.source: one for one in card.missing}
    assert set(missing) == {"sfi", "coups"}
    assert missing["coups"].optional
    assert not missing["sfi"].optional
    assert missing["sfi"].how.startswith("comity world import sfi FILE")
    assert all(one.vintage and one.licence for one in card.sources("open") if one.here)


def test_claims_stand_under_their_publication():
    groups = study_card("fragility").by_source
    assert groups[0][0].short == "McNerney and others (2014)"
    assert sum(len(claims) for _, claims in groups) == len(study_card("fragility").claims)


def test_there_is_no_such_study():
    with pytest.raises(UnknownName, match="ready study"):
        study_card("comets")
