import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from comity.terms.errors import UnknownName
from comity_web.assess.priority_parts import expected_version, in_place, question_about


def asked(address="/board/priority/KEN/", **posted):
    request = RequestFactory().post(address, posted)
    request.user = type("Nobody", (), {"is_authenticated": False})()
    return request


def test_the_version_is_a_number_and_zero_where_there_is_none():
    assert expected_version(asked(version="3")) == 3
    assert expected_version(asked(version="three")) == 0
    assert expected_version(asked()) == 0


def test_a_partner_is_found_by_any_name(db):
    assert question_about(asked(), "Kenya").partner == "KEN"
    with pytest.raises(UnknownName):
        question_about(asked(), "Atlantis")


def test_a_script_is_told_from_a_page():
    from django_htmx.middleware import HtmxMiddleware

    request = asked()
    HtmxMiddleware(lambda _: HttpResponse())(request)
    assert not in_place(request)
    request.META["HTTP_HX_REQUEST"] = "true"
    fresh = RequestFactory().get("/", headers={"HX-Request": "true"})
    HtmxMiddleware(lambda _: HttpResponse())(fresh)
    assert in_place(fresh)
