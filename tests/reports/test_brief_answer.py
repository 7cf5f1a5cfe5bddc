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
