from django.test import RequestFactory

from comity_web.access.pages.one_time_password import show_once


def test_no_browser_keeps_the_page(people, rf: RequestFactory):
    request = rf.get("/")
    request.user, request._messages = people["ada"], []
    page = show_once(request, people["vera"], "abcd-efgh-jkmn-pqrs")
    assert "no-store" in page["Cache-Control"]
    assert "abcd-efgh-jkmn-pqrs" in page.content.decode()
