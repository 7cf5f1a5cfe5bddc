"""Leave for the identity provider of single sign-on."""

from allauth.socialaccount.providers.openid_connect.views import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Ask before leaving, then leave by a page of ours and not by an answer to a form.

    A browser holds every redirect that follows a form to the policy's ``form-action``, and a
    provider may send people on to yet another host that nobody can name beforehand.
    """
    answer: HttpResponse = login(request, provider_id)
    if answer.status_code == 302 and answer["Location"].startswith(("http://", "https://")):
        return render(request, "access/to_provider.html", {"address": answer["Location"]})
    return answer
