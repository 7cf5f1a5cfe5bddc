from comity.assess.priority import illustrative_priority
from comity_web.assess.priorities import priorities_of
from comity_web.world.actions import create_group
from comity_web.world.evidence import panel


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
