"""Fetch a record for somebody: the permission is applied in the fetch, so no view can forget it."""

from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from comity_web.access.permissions import Permission
from comity_web.access.rules import can, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from comity_web.access.models import User


R = TypeVar("R", bound=Model)


def record_for(
    user: "User | AnonymousUser", rows: "QuerySet[R]", pk: object, *, to: Permission
) -> R:
    """Return one record, if it is there and the user may do this with it.

    Parameters
    ----------
    user
        Who asks.
    rows
        Records of one kind; each has a ``scope`` and says whether it is ``published``.
    pk
        Which one.
    to
        What the user wants to do with it. To read a draft, the permission to read drafts is needed.

    Raises
    ------
    Http404
        If there is none, or it is a draft that the user may not know of.
    PermissionDenied
        If the user may read it but not do this.
    """
    found = rows.filter(pk=pk).first()
    if found is None or not readable(user, found):
        raise Http404("There is no such record, or it is not yours to read.")
    if to is not Permission.READ:
        require(user, to, found.scope)  # type: ignore[attr-defined]
    return found


def readable(user: "User | AnonymousUser", record: object) -> bool:
    """Whether somebody may read a record: published, or a draft within their scopes."""
    if record.published:  # type: ignore[attr-defined]
        return can(user, Permission.READ)
    return can(user, Permission.READ_DRAFTS, record.scope)  # type: ignore[attr-defined]
