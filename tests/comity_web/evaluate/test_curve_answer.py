from dataclasses import replace

from comity_web.evaluate import curve_answer
from comity_web.evaluate.curve_answer import answer_curve, place_in_curve, said, thinned
from comity_web.evaluate.curve_choices import choices_of
from comity_web.evaluate.curve_question import CurveQuestion
from comity_web.evaluate.run_files import kept


def asked(found, question=None):
    return answer_curve(
        found,
        choices_of(found.values()),
        question or CurveQuestion(),
        title="A curve",
        axis="Association",
        address=lambda number: f"/s/{number}/",
    )


def test_every_specification_has_its_link_and_its_row(finished):
    found = kept(finished()).numbers("more")
    curve = asked(found)
    assert all(f'href="/s/{number}/"' in curve.svg for number in found)
    assert {row.number for row in curve.rows} == set(found)
    assert (curve.total, curve.drawn, curve.pages) == (8, 8, 1)
    assert curve.summary.positive + curve.summary.negative == 1


def test_shares_are_those_of_what_was_asked_for(finished):
    found = kept(finished()).numbers("more")
    curve = asked(found, CurveQuestion(kind="negative"))
    assert curve.summary.negative in (1, 1.0) or curve.drawn == 0
    assert curve.total == 8
    assert asked(found, CurveQuestion({"absorbed": "year"}, page=7)).page == 1


def test_what_could_not_be_estimated_is_in_the_table_and_not_in_the_drawing(finished):
    found = dict(kept(finished()).numbers("more"))
    gap = float("nan")
    found[3] = replace(found[3], estimate=gap, std_error=gap, p_value=gap, low=gap, high=gap)
    curve = asked(found)
    assert 'href="/s/3/"' not in curve.svg
    assert curve.rows[-1].number == 3
    assert curve.summary.failed == 1


def test_a_long_curve_is_thinned_to_its_ends(monkeypatch):
    monkeypatch.setattr(curve_answer, "DRAWN", 5)
    rows = [(number, None) for number in range(100)]
    kept_rows = [number for number, _ in thinned(rows)]
    assert len(kept_rows) == 5
    assert (kept_rows[0], kept_rows[-1]) == (0, 99)


def test_the_place_of_one_is_drawn_even_where_the_curve_is_thinned(finished, monkeypatch):
    monkeypatch.setattr(curve_answer, "DRAWN", 2)
    found = kept(finished()).numbers("more")
    inner = CurveQuestion().in_order(found)[3][0]
    svg = place_in_curve(found, inner, lambda number: f"/s/{number}/")
    assert f'href="/s/{inner}/"' in svg
    assert svg.count(' r="7"') == 1


def test_a_point_says_all_that_was_chosen(finished):
    found = kept(finished()).numbers("more")
    told = said(2, found[2], choices_of(found.values()))
    assert told.startswith("Specification 2: ")
    assert "Fixed effects: " in told
    assert "controls: " in told
