import pytest

from comity.terms.errors import InputError, UnknownName
from comity_web.access.scope import COMMANDS, EVERYWHERE, Scope, every_scope, for_group


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("", EVERYWHERE),
        (" Everywhere ", EVERYWHERE),
        ("africom", Scope("command", "AFRICOM")),
        ("Kenya", Scope("partner", "KEN")),
        ("KEN", Scope("partner", "KEN")),
    ],
)
def test_a_place_is_read_however_it_is_written(text, scope):
    assert Scope.parse(text) == scope
    assert Scope.parse(str(scope)) == scope


def test_a_place_that_is_nowhere_is_refused():
    with pytest.raises(UnknownName):
        Scope.parse("Atlantis")


def test_what_covers_what():
    africom, eucom, kenya = Scope.parse("AFRICOM"), Scope.parse("EUCOM"), Scope.parse("Kenya")
    assert EVERYWHERE.covers(africom)
    assert EVERYWHERE.covers(EVERYWHERE)
    assert africom.covers(kenya)
    assert africom.covers(africom)
    assert kenya.covers(kenya)
    assert not eucom.covers(kenya)
    assert not kenya.covers(africom)
    assert not africom.covers(EVERYWHERE)


def test_no_partner_is_within_two_commands():
    reached = [Scope("command", name).reach() for name in COMMANDS]
    together = [place for reach in reached for place in reach]
    assert len(together) == len(set(together))
    assert EVERYWHERE.reach() is None
    assert Scope.parse("Kenya").reach() == {"KEN"}


def test_every_place_is_listed_once_and_has_a_name():
    places = every_scope()
    assert places[0] == EVERYWHERE
    assert len(places) == len(set(places)) > 200
    assert all(place.title for place in places)


def test_a_record_about_a_group_belongs_to_its_command_or_to_all():
    assert for_group("AFRICOM") == Scope("command", "AFRICOM")
    assert for_group("NATO") == for_group(None) == EVERYWHERE


def test_a_command_that_is_none_is_refused():
    with pytest.raises(InputError, match="is not a command"):
        Scope("command", "NOCOM").reach()
