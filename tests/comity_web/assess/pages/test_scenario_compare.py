from comity_web.assess.scored import default_model
from tests.comity_web.assess.scenes import make_scenario


def test_who_moved_and_why(people, signed_in):
    scenario = make_scenario(people["petra"])
    page = signed_in("pablo").get(f"/scenarios/compare/?b=scenario-{scenario.pk}").content.decode()
    assert "Governance" in page
    assert "30.8" in page
    assert "Who moves most" in page
    assert "Mainly because of" in page
    # The default model takes the scenario's question, so nobody is left out.
    assert "Scored in only one of the two" not in page


def test_the_same_model_moves_nobody(people, signed_in):
    scenario = make_scenario(people["petra"], model=default_model())
    page = signed_in("petra").get(f"/scenarios/compare/?b=scenario-{scenario.pk}").content.decode()
    assert "Nobody changes rank." in page


def test_two_that_do_not_differ_ask_for_a_choice(people, signed_in):
    page = signed_in("vera").get("/scenarios/compare/").content.decode()
    assert "Choose two that differ" in page


def test_scenarios_about_different_partners_say_so(people, signed_in):
    one = make_scenario(people["petra"])
    two = make_scenario(people["petra"], name="World", group="")
    address = f"/scenarios/compare/?a=scenario-{one.pk}&b=scenario-{two.pk}"
    page = signed_in("petra").get(address).content.decode()
    assert "no reasons are given" in page
    assert "Scored in only one of the two" in page
