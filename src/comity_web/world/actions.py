"""The only writer of a team's own groups."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction

from comity.terms.errors import InputError
from comity.world.grouping_file import group_key
from comity.world.groupings import groupings
from comity.world.partners import partners
from comity_web.access.audit import write_event
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.access.saving import save_changes
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.world.models import OwnGroup

if TYPE_CHECKING:
    from comity_web.access.models import User


@transaction.atomic
def create_group(
    name: str,
    *,
    members: Iterable[str],
    by: "User | str",
    title: str = "",
    note: str = "",
    scope: Scope = EVERYWHERE,
) -> OwnGroup:
    """Make a group.

    Parameters
    ----------
    name
        Short name; written in capitals with underscores. Must not be one of Comity's groupings.
    members
        Names or codes of partners.
    by
        Who makes it.
    title, note
        As people read it, and what it is for.
    scope
        Everywhere or a command: who may change it.

    Raises
    ------
    InputError
        If the name is taken or unusable, or a member is no partner.
    """
    _may_edit(by, scope)
    key = group_key(name)
    _refuse_taken(key)
    group = OwnGroup(
        name=key,
        title=title.strip() or name.strip(),
        note=note.strip(),
        members=member_ids(members),
        scope_kind=scope.kind,
        scope_code=scope.code,
        created_by=by if isinstance(by, str) else by.username,
    )
    group.save(force_insert=True)
    after = {name: getattr(group, name) for name in group.audited_fields()}
    write_event("owngroup.created", group, by=by, scope=scope, after=after)
    return group


@transaction.atomic
def change_group(
    group: OwnGroup,
    *,
    by: "User",
    expected: int,
    title: str,
    members: Iterable[str],
    note: str = "",
    reason: str = "",
) -> None:
    """Change a group's title, note and members; its name and scope stay.

    Raises
    ------
    EditConflict
        If somebody else changed it meanwhile.
    """
    if not title.strip():
        raise InputError("A group needs a title.")
    _save(
        group,
        {"title": title.strip(), "note": note.strip(), "members": member_ids(members)},
        by=by,
        expected=expected,
        action="owngroup.changed",
        reason=reason,
    )


@transaction.atomic
def archive_group(group: OwnGroup, *, by: "User", expected: int, reason: str = "") -> None:
    """Put a group away: it can no longer be chosen, and old addresses keep working."""
    changes = {"archived": True}
    _save(group, changes, by=by, expected=expected, action="owngroup.archived", reason=reason)


@transaction.atomic
def restore_group(group: OwnGroup, *, by: "User", expected: int, reason: str = "") -> None:
    """Bring back a group that was put away."""
    changes = {"archived": False}
    _save(group, changes, by=by, expected=expected, action="owngroup.restored", reason=reason)


def member_ids(names: Iterable[str]) -> list[str]:
    """Ids of partners, sorted, each once.

    Raises
    ------
    InputError
        If a name is unknown or ambiguous, or there is none at all.
    """
    ids = sorted({partners().resolve(name.strip()).id for name in names if name.strip()})
    if not ids:
        raise InputError("A group needs at least one member; write names or codes.")
    return ids


def _save(
    group: OwnGroup,
    changes: dict[str, Any],
    *,
    by: "User",
    expected: int,
    action: str,
    reason: str,
) -> None:
    _may_edit(by, group.scope)
    save_changes(
        group, changes, by=by, expected=expected, action=action, scope=group.scope, reason=reason
    )


def _may_edit(by: "User | str", scope: Scope) -> None:
    if not isinstance(by, str):
        require(by, Permission.EDIT_ASSESSMENT, scope)


def _refuse_taken(key: str) -> None:
    if not key or not key[0].isalpha() or not key.replace("_", "").isalnum() or not key.isascii():
        raise InputError(
            f"{key!r} cannot be a name; begin with a letter and use letters, digits and blanks."
        )
    if key in groupings().names():
        raise InputError(f"Comity has a grouping {key}; choose another name.")
    other = OwnGroup.objects.filter(name=key).first()
    if other is not None:
        put_away = " It was put away; it can be brought back." if other.archived else ""
        raise InputError(f"There is a group {key} already.{put_away} Choose another name.")
