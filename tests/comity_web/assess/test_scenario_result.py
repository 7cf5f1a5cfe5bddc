from dataclasses import replace

from comity_web.assess.models import AgreedResult, Scenario
from comity_web.assess.scenario_result import since_agreed, today
from comity_web.assess.scored import default_model, scores_of
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def test_today_is_scored_on_the_data_of_this_installation(people):
    scenario = make_scenario(people["petra"], model=default_model())
    found = today(scenario)
    scores = scores_of(2022, "AFRICOM")
    assert [row["partner"] for row in found.rows[:5]] == [
        scores.partners[i] for i in scores.order[:5]
    ]
    assert scores.provenance.data in found.about
    assert "seed 1" in found.about


def test_the_same_data_give_what_was_agreed(people):
    scenario = make_agreed(people)
    since = since_agreed(AgreedResult.objects.get(), today(scenario))
    assert since.same
    assert "The same ranks and scores come out today" in since.said


def test_other_data_are_told_with_who_moves(people):
    scenario = make_agreed(people)
    agreed = AgreedResult.objects.get()
    agreed.data_edition = "0123456789ab"
    first, second = agreed.rows[0], agreed.rows[1]
    first["rank"], second["rank"] = 2, 1
    first["score"], second["score"] = second["score"], first["score"]
    since = since_agreed(agreed, today(scenario))
    assert not since.same
    assert "Agreed on data edition 0123456789ab" in since.said
    assert "2 partners have another rank" in since.said
    assert {row["partner"] for row in since.moved} == {first["partner"], second["partner"]}
    assert {row["moved"] for row in since.moved} == {1, -1}


def test_a_partner_that_came_or_went_has_no_move(people):
    scenario = make_agreed(people)
    agreed = AgreedResult.objects.get()
    gone = agreed.rows.pop(0)
    since = since_agreed(agreed, today(scenario))
    row = next(r for r in since.moved if r["partner"] == gone["partner"])
    assert (row["agreed"], row["today"], row["moved"]) == (None, 1, None)


def test_a_model_that_todays_data_cannot_serve_is_said(people):
    model = default_model()
    use = replace(model.constructs[0].indicators[0], id="troops.active_duty")
    first = replace(model.constructs[0], indicators=(use,))
    odd = replace(model, constructs=(first, *model.constructs[1:]))
    found = today(Scenario(name="Odd", recipe=odd.to_toml(), year=2022))
    assert found.rows == []
    assert "troops.active_duty" in found.refused
    make_agreed(people)
    since = since_agreed(AgreedResult.objects.get(), found)
    assert "cannot be scored" in since.said
