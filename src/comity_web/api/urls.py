"""Addresses of this application: the interface, its reference page, and one's own tokens."""

from typing import cast

from django.urls import URLPattern, path, re_path

from comity_web.api.conditional import View, conditional
from comity_web.api.interface import interface, not_there
from comity_web.api.pages.reference import reference
from comity_web.api.pages.tokens import revoke, tokens

_all, _app, _space = interface().urls
# The interface's own start page knows nothing of our refusals.
_operations = [one for one in _all if isinstance(one, URLPattern) and one.name != "api-root"]
for _one in _operations:
    _one.callback = conditional(cast("View", _one.callback))

urlpatterns = [
    path("", reference, name="api-reference"),
    path("tokens/", tokens, name="api-tokens"),
    path("tokens/<int:pk>/revoke/", revoke, name="api-token-revoke"),
    path("v1/", (_operations, _app, _space)),
    re_path(r"^(?P<rest>v\d.*)$", conditional(not_there)),
]
