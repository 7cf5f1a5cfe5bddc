import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from comity_web.access.actions import change_settings
from comity_web.access.guard import SIGNED_IN
from comity_web.access.permissions import Permission
from comity_web.access.queries import site_settings
from comity_web.answers.needs import Needs
from comity_web.answers.refusal import Refusal


@pytest.fixture
def request_by(rf, people):
    def made(name="", *, reads_only=False):
        request = rf.get("/api/v1/me")
        request.user = people[name] if name else AnonymousUser()
        request.reads_only = reads_only
        return request

    return made


def test_whoever_holds_the_permission_somewhere_may_call(request_by):
    assert Needs(Permission.EDIT_ASSESSMENT)(request_by("pablo")).username == "pablo"


def test_somebody_without_it_is_refused_and_told_who_can_help(request_by):
    with pytest.raises(PermissionDenied, match=r"edit assessment.*An administrator can give"):
        Needs(Permission.EDIT_ASSESSMENT)(request_by("vera"))


def test_nobody_is_asked_for_a_token(request_by):
    with pytest.raises(Refusal, match="Send a token") as refused:
        Needs(Permission.READ)(request_by())
    assert refused.value.status == 401


def test_nobody_may_read_where_the_site_says_so(request_by):
    change_settings({"anonymous_viewers": True}, by="tests", expected=site_settings().version)
    assert Needs(Permission.READ)(request_by()) == "anybody"
    with pytest.raises(Refusal):
        Needs(SIGNED_IN)(request_by())


def test_a_token_that_may_only_read_writes_nothing(request_by):
    assert Needs(Permission.READ)(request_by("petra", reads_only=True))
    with pytest.raises(PermissionDenied, match="may only read"):
        Needs(Permission.EDIT_ASSESSMENT)(request_by("petra", reads_only=True))
    with pytest.raises(PermissionDenied, match="may only read"):
        Needs(Permission.READ_DRAFTS, writes=True)(request_by("petra", reads_only=True))
