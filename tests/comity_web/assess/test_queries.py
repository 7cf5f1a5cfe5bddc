from django.contrib.auth.models import AnonymousUser

from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.actions import add_figures, set_archived, set_priority
from comity_web.assess.queries import (
    figures_for,
    priority_of,
    scenarios_for,
    scopes_with_priorities,
    trail_of,
)
from tests.comity_web.assess.scenes import make_agreed, make_priority, make_scenario


def test_drafts_are_seen_within_scopes_and_what_is_agreed_by_all(people):
    draft = make_scenario(people["petra"])
    world = make_scenario(people["petra"], name="World", group="")
    agreed = make_agreed(people, name="Agreed", group="")
    assert set(scenarios_for(people["petra"])) == {draft, world, agreed}
    assert set(scenarios_for(people["pablo"])) == {draft, agreed}
    assert scenarios_for(people["kofi"]) == [agreed]
    assert scenarios_for(people["vera"]) == [agreed]
    assert scenarios_for(AnonymousUser()) == []
    set_archived(draft, True, by=people["petra"], expected=1)
    assert scenarios_for(people["petra"], archived=True) == [draft]


def test_the_trail_of_a_record_is_for_those_who_may_read_drafts(people):
    draft = make_scenario(people["petra"])
    assert [e.action for e in trail_of(people["pablo"], draft)] == ["scenario.created"]
    assert trail_of(people["kofi"], draft) == []
    assert trail_of(AnonymousUser(), draft) == []


def test_what_a_holder_has_set_itself(people):
    kenya = Scope("partner", "KEN")
    mine = make_priority(people["kofi"], holder=kenya)
    assert priority_of(kenya, "KEN") == mine
    assert priority_of(EVERYWHERE, "KEN") is None
    assert scopes_with_priorities() == [kenya]
    set_priority("KEN", None, holder=kenya, by=people["kofi"], expected=1, reason="Back.")
    assert priority_of(kenya, "KEN").value is None


def test_own_figures_are_for_those_who_may_read_drafts_there(people):
    africa = Scope("command", "AFRICOM")
    kept = add_figures(
        name="Plan", unit="US$", figures={"KEN": 1.0}, holder=africa, by=people["pablo"]
    )
    assert figures_for(people["pablo"]) == figures_for(people["anton"]) == [kept]
    assert figures_for(people["kofi"]) == figures_for(people["vera"]) == []
