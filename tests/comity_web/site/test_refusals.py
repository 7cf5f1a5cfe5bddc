import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from comity.terms.errors import InputError, UnknownName
from comity_web.access.queries import site_settings
from comity_web.access.saving import EditConflict
from comity_web.site.refusals import RefusalMiddleware, broken, csrf_refused


def _request(people, method="get", **posted):
    request = getattr(RequestFactory(), method)("/somewhere/", posted)
    request.user = people["ada"]
    return request


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (InputError("Give a year such as 2020."), 400, "Give a year such as 2020."),
        (UnknownName("partner", "Atlantis"), 404, "There is no partner called"),
    ],
)
def test_our_own_errors_become_a_page_with_their_sentence(people, error, status, said):
    answer = RefusalMiddleware(HttpResponse).process_exception(_request(people), error)
    assert answer.status_code == status
    assert said in answer.content.decode()


def test_a_fault_of_ours_goes_through(people):
    assert RefusalMiddleware(HttpResponse).process_exception(_request(people), KeyError()) is None


def test_two_editors_see_both_versions_and_lose_nothing(people):
    settings = site_settings()
    request = _request(people, "post", banner="MINE", version="1", note="kept", reason="because")
    error = EditConflict(settings, {"banner": "MINE"}, 1)
    answer = RefusalMiddleware(HttpResponse).process_exception(request, error)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "UNCLASSIFIED" in html
    assert "MINE" in html
    assert f'name="version" value="{settings.version}"' in html
    assert 'name="note" value="kept"' in html
    assert 'name="reason" value="because"' in html


def test_an_unknown_address_is_a_page_without_addresses_in_it(signed_in):
    answer = signed_in("vera").get("/no/such/page/")
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.content.decode()
    assert "urlpatterns" not in answer.content.decode()


def test_a_fault_and_an_old_form_are_said_plainly(people):
    assert "The fault is in Comity" in broken(_request(people)).content.decode()
    assert "reload the page" in csrf_refused(_request(people)).content.decode()
