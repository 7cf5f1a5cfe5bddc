import pytest

from comity.world.partners import partners
from comity_web.assess.partner_figures import score_figures, series_figures
from comity_web.assess.scored import scores_of


def test_a_scored_partner_has_all_its_drawings_and_they_are_kept(db):
    kenya = partners()["KEN"]
    found = score_figures(scores_of(2022), kenya) | series_figures(kenya, "constant")
    assert set(found) == {"constructs", "contributions", "trend", "money", "training"}
    assert all(drawn.svg.startswith("<svg") for drawn in found.values())
    again = series_figures(kenya, "constant")
    assert again["money"] is found["money"]
    other = series_figures(kenya, "current")["money"]
    assert other.figure.table != found["money"].figure.table


@pytest.mark.parametrize("code", ["USA", "ABW", "CSK"])
def test_who_is_not_scored_has_no_drawing_of_scores(db, code):
    found = score_figures(scores_of(2022), partners()[code])
    assert found == {"constructs": None, "contributions": None, "trend": None}


def test_who_gets_nothing_has_no_drawing_of_money(db):
    assert series_figures(partners()["MCO"], "constant")["money"] is None
