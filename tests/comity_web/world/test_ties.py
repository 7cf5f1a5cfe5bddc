from comity.world.groupings import groupings
from comity_web.world.evidence import panel
from comity_web.world.ties import posture, ties


def test_commands_and_alliances_come_first_with_dates_and_certainty():
    found = ties("KEN", 2022)
    assert found[0].name == "AFRICOM"
    assert found[0].membership.start.year == 2008
    assert found[0].membership.certainty.meaning
    families = [tie.family for tie in found]
    last = max(i for i, f in enumerate(families) if f in ("Combatant commands", "Alliances"))
    assert set(families[: last + 1]) <= {"Combatant commands", "Alliances"}


def test_what_holds_now_is_what_the_groupings_say():
    found = {tie.name for tie in ties("POL", 2010) if tie.now}
    assert found == set(groupings().of("POL", 2010))


def test_posture_is_the_latest_figure_and_its_year():
    rows = {row.indicator: row for row in posture(panel(), "JPN", 2022)}
    assert (rows["us_allies.alliance_tier"].value, rows["us_allies.alliance_tier"].year) == (
        2,
        2022,
    )


def test_what_the_panel_does_not_hold_says_how_to_bring_it():
    rows = {row.indicator: row for row in posture(panel(), "JPN", 2022)}
    for name in ("troops.active_duty", "bases.sites", "exercises.with_us"):
        if name not in panel().indicators:
            assert rows[name].bring == f"comity world import {name.partition('.')[0]} FILE"
            assert rows[name].title
            assert rows[name].value is None
