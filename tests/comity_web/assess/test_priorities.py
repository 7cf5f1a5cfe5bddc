from comity.assess.priority import illustrative_priority
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.actions import undo_priority
from comity_web.assess.priorities import held_by, priorities_of
from comity_web.world.actions import create_group
from comity_web.world.evidence import panel
from tests.comity_web.assess.scenes import make_priority

AFRICOM, KENYA = Scope("command", "AFRICOM"), Scope("partner", "KEN")


def test_without_anybodys_own_the_illustrative_rule_serves_and_says_so(db):
    found = priorities_of(2022, "AFRICOM")
    assert found.figures == illustrative_priority(panel(), 2022, "AFRICOM")[0]
    assert found.illustrative
    assert "ILLUSTRATIVE" in found.about
    assert "nobody's policy" in found.about


def test_a_teams_own_group_has_the_same_priorities_as_the_world(people):
    create_group("Horn", members=["ETH", "KEN"], by=people["petra"])
    everybody = priorities_of(2022).figures
    assert priorities_of(2022, "HORN").figures == {p: everybody[p] for p in ("ETH", "KEN")}


def test_what_planners_set_goes_before_the_rule(people):
    make_priority(people["petra"], "KEN", 12.0)
    make_priority(people["petra"], "GHA", 34.0)
    make_priority(people["pablo"], "KEN", 99.0, holder=AFRICOM)
    rule = illustrative_priority(panel(), 2022, "AFRICOM")[0]
    command = priorities_of(2022, "AFRICOM")
    assert command.figures == {**rule, "KEN": 99.0, "GHA": 34.0}
    assert not command.illustrative
    assert set(command.own) == {"KEN", "GHA"}
    assert "Priorities of 2 partners are set by planners for AFRICOM" in command.about
    assert f"other {len(rule) - 2} are ILLUSTRATIVE" in command.about
    everybody = priorities_of(2022, "AFRICOM", EVERYWHERE)
    assert everybody.figures["KEN"] == 12.0
    assert everybody.stamp != command.stamp
    assert priorities_of(2022, "EUCOM").illustrative


def test_a_country_team_sees_its_own_before_everybodys(people):
    make_priority(people["petra"], "KEN", 12.0)
    make_priority(people["kofi"], "KEN", 77.0, holder=KENYA)
    assert priorities_of(2022, None, KENYA).figures["KEN"] == 77.0
    assert held_by(KENYA)["KEN"].set_by == "kofi"


def test_what_was_taken_back_counts_no_more(people):
    mine = make_priority(people["pablo"], "KEN", 99.0, holder=AFRICOM)
    undo_priority(mine, by=people["pablo"], expected=1)
    assert priorities_of(2022, "AFRICOM").illustrative
