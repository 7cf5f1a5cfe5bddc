from comity_web.assess.actions import move_scenario
from comity_web.assess.scenario_moves import open_steps
from tests.comity_web.assess.scenes import make_scenario


def names(user, scenario):
    return [step.name for step in open_steps(user, scenario)]


def test_each_sees_the_moves_that_status_and_role_permit(people):
    scenario = make_scenario(people["petra"])
    assert names(people["petra"], scenario) == ["submit"]
    assert names(people["pablo"], scenario) == ["submit"]
    assert names(people["kofi"], scenario) == names(people["anton"], scenario) == []
    move_scenario(scenario, "submit", by=people["petra"], expected=1)
    assert names(people["petra"], scenario) == ["withdraw"]
    assert names(people["anton"], scenario) == ["approve", "return"]
    move_scenario(scenario, "approve", by=people["anton"], expected=2)
    assert names(people["anton"], scenario) == ["supersede"]
    assert names(people["petra"], scenario) == []


def test_whoever_prepared_it_is_not_offered_to_approve(people):
    scenario = make_scenario(people["ada"])
    move_scenario(scenario, "submit", by=people["ada"], expected=1)
    assert names(people["ada"], scenario) == ["withdraw", "return"]
