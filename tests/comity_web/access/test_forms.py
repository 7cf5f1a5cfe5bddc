from comity_web.access.forms import GrantForm, InviteForm, SettingsForm


def test_places_stand_in_groups(people):
    choices = GrantForm(by=people["ada"]).fields["scope"].choices
    assert [title for title, _ in choices] == ["Everywhere", "Command", "Partner"]
    assert ("KEN", "Kenya") in choices[2][1]


def test_the_chosen_place_is_returned(people):
    form = InviteForm({"username": "x", "role": "viewer", "scope": "AFRICOM"}, by=people["ada"])
    assert form.is_valid()
    assert str(form.place()) == "AFRICOM"
    assert next(iter(form.fields)) == "username"


def test_settings_need_the_version_that_the_editor_began_from(db):
    assert "version" in SettingsForm({"banner": "B"}).errors
