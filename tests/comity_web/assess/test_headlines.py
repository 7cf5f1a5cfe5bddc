from django.http import QueryDict

from comity_web.assess.headlines import headlines
from comity_web.assess.matched import matched
from comity_web.assess.scored import scores_of
from comity_web.assess.theatre_question import read_question


def cards(text):
    return {card.name: card for card in headlines(read_question(QueryDict(text)))}


def test_each_card_says_how_sure_it_is(db):
    found = cards("group=AFRICOM&year=2019")
    scores = scores_of(2019, "AFRICOM")
    assert found["Highest propensity"].value == scores.names[scores.order[0]]
    assert "90 % of 2,000 draws" in found["Highest propensity"].sentence
    assert found["Partners scored"].value == f"{len(scores.order)} of {len(scores.partners)}"
    odd = [r for r in matched(2019, "AFRICOM").matches.rows() if r["label"] != "consistent"]
    assert found["Mismatches"].value.startswith(f"{len(odd)} of ")
    assert "constant 2020 US$" in found["Funding a year"].sentence


def test_a_year_without_money_says_so_in_its_card(db):
    found = cards("group=AFRICOM&year=2025")
    assert found["Mismatches"].value == "–"
    assert "no funding" in found["Mismatches"].sentence
    assert "Funding a year" not in found
