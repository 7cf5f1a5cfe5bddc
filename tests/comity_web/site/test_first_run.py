import pytest

from comity_web.access.models import AuditEvent, User
from comity_web.access.permissions import Permission
from comity_web.access.queries import site_settings
from comity_web.access.rules import can
from comity_web.site.first_run import prepare


@pytest.mark.parametrize("demonstration", [True, False])
def test_it_makes_one_administrator_with_a_password_for_one_time(db, demonstration):
    made = prepare(demonstration=demonstration, say=lambda line: None)
    user = User.objects.get()
    assert (made.username, user.username) == ("admin", "admin")
    assert user.check_password(made.password)
    assert user.must_change_password
    assert can(user, Permission.MANAGE_SITE)
    assert AuditEvent.objects.filter(actor="comity", action="user.created").exists()
    assert site_settings().require_second_factor is not demonstration
    assert site_settings().anonymous_viewers is False


def test_a_second_run_changes_nothing(db):
    prepare(demonstration=True, say=lambda line: None)
    lines = AuditEvent.objects.count()
    again = prepare(demonstration=True, say=lambda line: None)
    assert (again.username, again.password) == ("", "")
    assert User.objects.count() == 1
    assert AuditEvent.objects.count() == lines
