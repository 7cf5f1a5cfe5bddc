"""One's own tokens: make, see, end."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from comity.terms.errors import InputError
from comity_web.access.guard import SIGNED_IN, page
from comity_web.access.models import User
from comity_web.api.actions import DAYS, DAYS_MOST, create_token, revoke_token
from comity_web.api.queries import tokens_of


class TokenForm(forms.Form):
    """A new token."""

    name = forms.CharField(max_length=80, help_text="What uses it, such as: weekly briefing.")
    days = forms.IntegerField(
        label="Days until it expires", min_value=1, max_value=DAYS_MOST, initial=DAYS
    )
    may_write = forms.BooleanField(
        required=False, label="It may also change things that you may change"
    )


@page(SIGNED_IN, methods=("GET", "HEAD", "POST"))
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the tokens; make one and show its secret once."""
    user, secret = request.user, ""
    assert isinstance(user, User)
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            _, secret = create_token(
                user,
                given["name"],
                by=user,
                days=given["days"],
                reads_only=not given["may_write"],
            )
            form = TokenForm()
        except InputError as error:
            form.add_error(None, str(error))
    shown = {"form": form, "tokens": tokens_of(user), "secret": secret}
    answer = render(request, "api/tokens.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer


@page(SIGNED_IN, methods=("POST",))
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own tokens."""
    assert isinstance(request.user, User)
    token = get_object_or_404(tokens_of(request.user), pk=pk)
    revoke_token(token, by=request.user)
    messages.success(request, f"{token.name} is revoked; it stops working at once.")
    return redirect("api-tokens")
