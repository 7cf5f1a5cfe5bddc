"""Who may read which lines of the trail."""

import pytest
from django.contrib.contenttypes.models import ContentType

from comity_web.access.actions import change_settings, grant_role
from comity_web.access.audit import write_event
from comity_web.access.models import User
from comity_web.access.queries import accounts, events_for, factors_of, site_settings
from comity_web.access.scope import Scope


@pytest.fixture
def trail(people):
    """One line about a record in each of four places; returns what somebody sees of them."""
    for place in ("everywhere", "AFRICOM", "Kenya", "Poland"):
        record = ContentType(pk=1, app_label="x", model="y")
        write_event("thing.saved", record, by="tests", scope=Scope.parse(place))

    def seen_by(name):
        events = events_for(User.objects.get(username=name))
        return sorted(events.filter(action="thing.saved").values_list("scope", flat=True))

    return seen_by


ALL = ["AFRICOM", "KEN", "POL", "everywhere"]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("ada", ALL),
        ("petra", ALL),
        ("anton", ALL),
        ("eva", ALL),
        ("amara", ["AFRICOM", "KEN"]),
        ("pablo", ["AFRICOM", "KEN"]),
        ("kofi", ["KEN"]),
        ("vera", []),
        ("nina", []),
    ],
)
def test_everybody_sees_the_places_where_they_work(trail, name, places):
    assert trail(name) == places


@pytest.mark.parametrize("name", ["petra", "anton", "eva", "pablo", "kofi", "vera", "nina"])
def test_lines_about_other_people_are_for_administrators(people, name):
    reader = User.objects.get(username=name)
    about = events_for(reader).filter(target_kind__in=["user", "membership", "sitesettings"])
    assert {e.target_name.partition(":")[0] for e in about} == {name}


def test_a_person_sees_who_gave_and_took_their_roles(people):
    grant_role(people["nina"], "viewer", by=people["ada"])
    assert events_for(people["nina"]).filter(action="membership.granted").count() == 1


def test_an_administrator_of_a_command_sees_roles_given_within_it(people):
    seen = events_for(people["amara"]).filter(action="membership.granted")
    assert {e.after["user"] for e in seen} == {"amara", "pablo", "kofi"}


def test_settings_are_there_before_they_are_saved(db):
    assert site_settings().banner == "UNCLASSIFIED"
    assert site_settings().require_second_factor


def test_open_accounts_come_first(people):
    people["ada"].is_active = False
    people["ada"].save()
    assert accounts().last() == people["ada"]
    assert factors_of(people["ada"]) == []


def test_what_happened_to_the_settings_is_for_administrators(people):
    change_settings({"banner": "X"}, by="tests", expected=2)
    assert not events_for(people["petra"]).filter(action="site.settings_changed").exists()
