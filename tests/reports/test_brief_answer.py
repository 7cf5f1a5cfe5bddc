from dataclasses import replace

import numpy as np

from comity.reports.brief_answer import answer_cards, certainty_sentence


def test_three_questions_are_answered_with_names(scores, intervals, matches):
    matter, likely, money = answer_cards(scores, intervals, matches)
    assert likely.items[0].name == scores.names[scores.order[0]]
    assert "between" in likely.items[0].said
    assert matter.items
    assert str(matches.label.count("consistent")) in money.answer
    assert any("of draws" in item.said for item in money.items)


def test_without_priority_and_funding_only_one_is(scores):
    (likely,) = answer_cards(scores, None, None)
    assert likely.items[0].said.startswith("score ")
    assert likely.rest == ""


def test_the_width_of_ranks_is_said(intervals):
    assert f"of {len(intervals.partners)} places" in certainty_sentence(intervals)


def test_what_few_draws_confirm_is_no_news(scores, intervals, matches):
    doubtful = replace(matches, certainty=np.full(len(matches.partners), 0.2))
    assert answer_cards(scores, intervals, doubtful)[2].items == ()
    unsaid = answer_cards(scores, None, replace(matches, certainty=None))[2]
    assert unsaid.items
    assert "draws" not in unsaid.answer
