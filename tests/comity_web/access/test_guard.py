import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from comity_web.access.guard import SIGNED_IN, page, somebody
from comity_web.access.permissions import Permission


@page(Permission.APPROVE, methods=("POST",))
def approving(request):
    return HttpResponse("done")


@page(SIGNED_IN)
def own(request):
    return HttpResponse("mine")


def test_nobody_is_led_to_sign_in_and_back(rf):
    request = rf.get("/x/?y=1")
    request.user = AnonymousUser()
    assert own(request)["Location"] == "/account/login/?next=/x/%3Fy%3D1"


def test_somebody_without_the_permission_is_told_which(rf, people):
    request = rf.post("/x/")
    request.user = people["petra"]
    with pytest.raises(PermissionDenied, match="permission to approve"):
        approving(request)


def test_a_method_that_the_page_does_not_answer_is_refused(rf, people):
    request = rf.get("/x/")
    request.user = people["anton"]
    assert approving(request).status_code == 405
    request = rf.post("/x/")
    request.user = people["anton"]
    assert approving(request).content == b"done"


def test_nobody_writes(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        somebody(request)
