"""Every page says who may see it, in its decorator; a test walks all addresses for the mark."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere

View = Callable[..., HttpResponseBase]

#: Marks a page that needs an account but no role: one's own account.
SIGNED_IN = "signed in"


def page(
    permission: Permission | str, *, methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[View], View]:
    """Guard a view.

    The decorator asks whether the user holds the permission anywhere; a view about one record
    asks again for that record's scope where it fetches it
    (:func:`comity_web.records.fetching.record_for`), so that it cannot be forgotten.

    Parameters
    ----------
    permission
        What the page needs, or :data:`SIGNED_IN`.
    methods
        Methods that the view answers.
    """

    def guarded(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refusal = refuse(request, permission)
            if refusal is not None:
                return refusal
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, *args, **kwargs)

        checked.permission = permission  # type: ignore[attr-defined]
        checked.methods = methods  # type: ignore[attr-defined]
        return checked

    return guarded


def somebody(request: HttpRequest) -> User:
    """Return who is signed in; a guarded page that writes has somebody.

    Raises
    ------
    PermissionDenied
        If nobody is: a page that anybody may read must not write.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in first.")
    return request.user


def refuse(request: HttpRequest, permission: Permission | str) -> HttpResponse | None:
    """Send nobody to the sign-in page; refuse somebody without the permission.

    Raises
    ------
    PermissionDenied
        If the user is signed in and holds no role that permits it.
    """
    if permission == SIGNED_IN:
        allowed = request.user.is_authenticated
    else:
        allowed = can_somewhere(request.user, Permission(permission))
    if allowed:
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied(
        f"This page needs the permission to {permission}. "
        "An administrator can give you a role that has it."
    )
