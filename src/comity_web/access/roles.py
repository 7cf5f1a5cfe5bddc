"""Roles are code, grants are data: the whole policy on one screen."""

from dataclasses import dataclass

from comity_web.access.permissions import Permission


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions.

    Parameters
    ----------
    name
        As it is stored and written in addresses.
    title
        As people read it.
    description
        What somebody with the role does.
    permissions
        What it permits, within the scope of the grant.
    """

    name: str
    title: str
    description: str
    permissions: frozenset[Permission]


_READ = frozenset({Permission.READ})
_WORK = _READ | {Permission.READ_DRAFTS}

ROLES: dict[str, Role] = {
    role.name: role
    for role in (
        Role("viewer", "Viewer", "Reads figures and agreed records.", _READ),
        Role(
            "planner",
            "Planner",
            "Builds scenarios, sets priorities, prepares what is to be agreed.",
            _WORK | {Permission.EDIT_ASSESSMENT},
        ),
        Role(
            "evaluator",
            "Evaluator",
            "Runs studies and writes evaluations.",
            _WORK | {Permission.RUN_STUDIES, Permission.EDIT_EVALUATION},
        ),
        Role(
            "approver",
            "Approver",
            "Agrees to what others prepared, or sends it back with a reason.",
            _WORK | {Permission.APPROVE},
        ),
        Role(
            "administrator",
            "Administrator",
            "Invites people, gives roles, sets up the site. Cannot approve their own work.",
            frozenset(Permission),
        ),
    )
}
