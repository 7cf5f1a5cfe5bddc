"""Addresses of this application: the interface, its reference page, and one's own tokens."""

from django.urls import path, re_path

from comity_web.api.conditional import conditional
from comity_web.api.interface import interface, not_there
from comity_web.api.pages.reference import reference
from comity_web.api.pages.tokens import revoke, tokens

_all, _app, _space = interface().urls
# The interface's own start page knows nothing of our refusals.
_operations = [_pattern for _pattern in _all if _pattern.name != "api-root"]
for _pattern in _operations:
    _pattern.callback = conditional(_pattern.callback)

urlpatterns = [
    path("", reference, name="api-reference"),
    path("tokens/", tokens, name="api-tokens"),
    path("tokens/<int:pk>/revoke/", revoke, name="api-token-revoke"),
    path("v1/", (_operations, _app, _space)),
    re_path(r"^(?P<rest>v\d.*)$", conditional(not_there)),
]
