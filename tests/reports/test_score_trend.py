from comity.reports.score_trend import Standing, score_trend
from tests.reports.chart_checks import check

WAY = [Standing(2000, 40.0, 12, 20), Standing(2001, 55.5, 3, 21), Standing(2003, 50.0, 6, 30)]


def test_spec(snapshot):
    assert check(score_trend("Kenya", WAY, reference=2022)) == snapshot


def test_the_words_say_from_where_to_where_and_the_best_year():
    summary = score_trend("Kenya", WAY, reference=2022).summary
    assert "From 40.0 (rank 12 of 20) in 2000 to 50.0 (rank 6 of 30) in 2003" in summary
    assert "highest in 2001, 55.5" in summary
    assert "fixed on 2022" in summary


def test_a_reference_that_moves_is_said():
    assert "its own year" in score_trend("Kenya", WAY, reference=None).summary


def test_one_year_is_enough():
    assert score_trend("Kenya", WAY[:1], reference=2022).table[0]["rank"] == 12
