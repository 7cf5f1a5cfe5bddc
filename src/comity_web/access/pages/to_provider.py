"""Leave for the identity provider of single sign-on."""

import logging

from allauth.socialaccount.providers.openid_connect.views import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

_log = logging.getLogger(__name__)
_AWAY = {
    "title": "Single sign-on does not answer",
    "text": "The identity provider cannot be reached from here. Try again later, or sign in with a "
    "password if you have one. The server's log says more to the administrator.",
}


def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Ask before leaving, then leave by a page of ours and not by an answer to a form.

    A browser holds every redirect that follows a form to the policy's ``form-action``, and a
    provider may send people on to yet another host that nobody can name beforehand.
    """
    try:
        answer: HttpResponse = login(request, provider_id)
    except RequestException as error:
        _log.error("The identity provider cannot be reached: %s", error)
        return render(request, "site/refusal.html", _AWAY, status=503)
    if answer.status_code == 302 and answer["Location"].startswith(("http://", "https://")):
        return render(request, "access/to_provider.html", {"address": answer["Location"]})
    return answer
