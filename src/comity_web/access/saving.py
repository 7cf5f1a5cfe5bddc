"""The one way to change a versioned record: all or nothing, traced, and never over somebody's head."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from comity.terms.errors import ComityError
from comity_web.access.audit import write_event
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.access.versioned import Versioned

if TYPE_CHECKING:
    from comity_web.access.models import User


class EditConflict(ComityError):
    """Somebody else saved the record first; nothing was written.

    Parameters
    ----------
    theirs
        The record as it is now.
    yours
        The fields as the second editor wanted them.
    expected
        The version that the second editor had begun from.
    """

    def __init__(self, theirs: Versioned, yours: Mapping[str, Any], expected: int) -> None:
        self.theirs, self.yours, self.expected = theirs, dict(yours), expected
        super().__init__(
            f"{theirs} was changed by somebody else while you were editing: you began from version "
            f"{expected}, it is now version {theirs.version}. Nothing of yours was saved or lost; "
            "compare both and save again."
        )


def save_changes(
    record: Versioned,
    changes: Mapping[str, Any],
    *,
    by: "User | str",
    expected: int,
    action: str,
    scope: Scope = EVERYWHERE,
    reason: str = "",
) -> bool:
    """Save fields of a record if nobody else has saved it since ``expected``.

    The row is locked by the update itself (it names the version), the trail is written in the same
    transaction, and ``record`` is brought up to date.

    Parameters
    ----------
    record
        The record as it was read.
    changes
        Field names and their new values.
    by
        Who saves.
    expected
        Version that the editor had before them.
    action, scope, reason
        For the trail.

    Returns
    -------
    bool
        False if nothing differs, and then nothing is written.

    Raises
    ------
    EditConflict
        If the record is no longer at the version expected.
    """
    model = type(record)
    with transaction.atomic():
        taken = model._default_manager.filter(pk=record.pk, version=expected).update(  # noqa: SLF001
            version=expected + 1
        )
        current = model._default_manager.get(pk=record.pk)  # noqa: SLF001
        if not taken:
            raise EditConflict(current, changes, expected)
        names = {*current.audited_fields(), *changes}
        before = {name: getattr(current, name) for name in names}
        for name, value in changes.items():
            setattr(current, name, value)
        after = {name: getattr(current, name) for name in names}
        if before == after:
            transaction.set_rollback(True)
            return False
        current.save(update_fields=list(changes))
        write_event(action, current, by=by, scope=scope, before=before, after=after, reason=reason)
    record.refresh_from_db()
    return True
