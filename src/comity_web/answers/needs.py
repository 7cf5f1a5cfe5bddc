"""Who may call an operation: named beside its address, asked before anything of it is read."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from comity_web.access.guard import SIGNED_IN
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere
from comity_web.answers.refusal import Refusal

#: Permissions that change nothing: a token that may only read can be used for them.
_READING = {Permission.READ, Permission.READ_DRAFTS, Permission.READ_AUDIT, SIGNED_IN}


class Needs:
    """Refuse unless the caller holds a permission somewhere; the same rule as for pages.

    Written as ``auth=Needs(Permission.READ)`` in the operation's decorator. An operation about one
    record asks again where it fetches it (:func:`comity_web.records.fetching.record_for`).

    Parameters
    ----------
    permission
        What the caller must hold, or :data:`comity_web.access.guard.SIGNED_IN`.
    writes
        Whether it changes something; told by the permission where left out.
    """

    def __init__(self, permission: Permission | str, *, writes: bool | None = None) -> None:
        self.permission = permission
        self.writes = permission not in _READING if writes is None else writes

    def __call__(self, request: HttpRequest) -> Any:
        """Return the caller.

        Raises
        ------
        Refusal
            401 if nobody is signed in and that is the reason.
        PermissionDenied
            If somebody is and no role permits it, or the token may only read.
        """
        user = request.user
        if self.permission == SIGNED_IN:
            allowed = user.is_authenticated
        else:
            allowed = can_somewhere(user, Permission(self.permission))
        if not allowed and not user.is_authenticated:
            raise Refusal(
                401,
                f"This needs the permission to {self.permission}. Send a token: "
                "Authorization: Bearer <token>.",
            )
        if not allowed:
            raise PermissionDenied(
                f"This needs the permission to {self.permission}. "
                "An administrator can give you a role that has it."
            )
        if self.writes and getattr(request, "reads_only", False):
            raise PermissionDenied("This token may only read. Make one that may also write.")
        return user if user.is_authenticated else "anybody"
