import pytest

from comity.world.partners import partners
from comity_web.assess.partner_page import partner_body
from comity_web.assess.scored import intervals_of, scores_of


def body(code, year=2019, dollars="constant"):
    return partner_body(partners()[code], year, dollars)


def test_it_is_written_once_for_each_question(db):
    assert body("KEN") is body("KEN")
    assert body("KEN") is not body("KEN", dollars="current")


def test_rank_and_interval_are_those_of_the_draws(db):
    scores = scores_of(2019)
    row = next(r for r in intervals_of(2019).rows() if r["partner"] == "KEN")
    text = body("KEN")
    assert f"Rank {row['rank']} of {len(scores.order)}" in text
    assert f"{scores.overall[scores.row('KEN')]:,.1f}" in text
    for part in ("US Africa Command", "What is not known", "trainee places", "ILLUSTRATIVE"):
        assert part in text


@pytest.mark.parametrize("code", ["USA", "ABW", "CSK"])
def test_who_is_not_ranked_has_a_page_that_says_so(db, code):
    text = body(code)
    assert "is not among the states that are ranked" in text
    assert "does not mean low" in text


def test_a_year_without_money_says_so(db):
    assert "no funding" in body("KEN", 2025)
