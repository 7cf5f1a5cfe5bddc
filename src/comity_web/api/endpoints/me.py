"""Who the caller is and what they may do."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity_web.access.guard import SIGNED_IN
from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES
from comity_web.access.rules import scopes_with
from comity_web.answers.needs import Needs

router = Router()


class Grant(Schema):
    """A role and where it holds."""

    role: str
    scope: str = Field(description="everywhere, a command or a partner's id.")


class Me(Schema):
    """The caller."""

    username: str
    name: str
    grants: list[Grant]
    permissions: dict[str, list[str]] = Field(
        description="What the caller may do, and in which scopes."
    )
    reads_only: bool = Field(description="Whether the token that was used may only read.")


@router.get("/me", response=Me, auth=Needs(SIGNED_IN), summary="Who you are and what you may do")
def read_me(request: HttpRequest) -> Any:
    """Return the caller's account, roles and permissions."""
    user = request.user
    assert user.is_authenticated
    held = {str(p): sorted({str(s) for s in scopes_with(user, p)}) for p in Permission}
    return {
        "username": user.get_username(),
        "name": user.display_name,
        "grants": [
            {"role": ROLES[m.role].name, "scope": str(m.scope)} for m in user.memberships.all()
        ],
        "permissions": {name: scopes for name, scopes in held.items() if scopes},
        "reads_only": getattr(request, "reads_only", False),
    }
