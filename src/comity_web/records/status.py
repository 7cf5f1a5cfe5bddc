"""The life of a record: draft, in review, agreed, superseded; and who moves it."""

from typing import TYPE_CHECKING

from django.db import models, transaction

from comity.terms.errors import InputError
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.access.saving import save_changes
from comity_web.access.scope import Scope
from comity_web.access.versioned import Versioned

if TYPE_CHECKING:
    from comity_web.access.models import User


class Status(models.TextChoices):
    """Where a record stands."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in review", "In review"
    AGREED = "agreed", "Agreed"
    SUPERSEDED = "superseded", "Superseded"


#: Moves: name -> (from, to, what it needs). A record's own editors submit and withdraw.
MOVES: dict[str, tuple[tuple[Status, ...], Status]] = {
    "submit": ((Status.DRAFT,), Status.IN_REVIEW),
    "withdraw": ((Status.IN_REVIEW,), Status.DRAFT),
    "return": ((Status.IN_REVIEW,), Status.DRAFT),
    "approve": ((Status.IN_REVIEW,), Status.AGREED),
    "supersede": ((Status.AGREED,), Status.SUPERSEDED),
}
_NEEDS_APPROVER = {"return", "approve", "supersede"}


class Reviewed(Versioned):
    """A versioned record with a status. Only a draft can be edited; what is agreed stays as it was."""

    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    prepared_by = models.CharField(max_length=150)
    approved_by = models.CharField(max_length=150, blank=True, default="")
    approved_at = models.DateTimeField(null=True, blank=True)

    edit_permission = Permission.EDIT_ASSESSMENT

    class Meta:
        """No table of its own; subclasses add :func:`approval_is_whole`."""

        abstract = True

    @classmethod
    def audited_fields(cls) -> tuple[str, ...]:
        """Return the fields whose changes the trail keeps, the status among them."""
        return (*cls.audited, "status", "approved_by")

    @property
    def scope(self) -> Scope:
        """Whom the record concerns."""
        raise NotImplementedError

    @property
    def published(self) -> bool:
        """Agreed and superseded records can be read by all who may read."""
        return self.status in {Status.AGREED, Status.SUPERSEDED}

    @property
    def editable(self) -> bool:
        """Whether the record can still be changed."""
        return self.status == Status.DRAFT


def approval_is_whole(name: str) -> models.CheckConstraint:
    """Return the rule that an agreed record says who agreed, who is not its author, and when."""
    agreed = models.Q(status__in=[Status.AGREED, Status.SUPERSEDED])
    signed = ~models.Q(approved_by="") & models.Q(approved_at__isnull=False)
    apart = ~models.Q(approved_by=models.F("prepared_by"))
    return models.CheckConstraint(condition=(agreed & signed & apart) | ~agreed, name=name)


def move(record: Reviewed, name: str, *, by: "User", expected: int, reason: str = "") -> None:
    """Move a record along its life and write it into the trail.

    Raises
    ------
    InputError
        If the record does not stand where the move begins, if an author approves their own work,
        or if a record is returned without a reason.
    PermissionDenied
        If the user's roles do not permit it here.
    """
    if name not in MOVES:
        raise InputError(f"There is no move {name!r}; moves are {', '.join(MOVES)}.")
    begins, ends = MOVES[name]
    approver = name in _NEEDS_APPROVER
    require(by, Permission.APPROVE if approver else record.edit_permission, record.scope)
    if record.status not in begins:
        raise InputError(f"{record} is {record.status}; to {name} it must be {begins[0].value}.")
    if name == "approve" and record.prepared_by == by.username:
        raise InputError("Whoever prepared a record cannot approve it; ask another approver.")
    if name == "return" and not reason.strip():
        raise InputError("Say why it goes back, so that its author knows what to mend.")
    _write(record, name, ends, by=by, expected=expected, reason=reason)


def _write(
    record: Reviewed, name: str, ends: Status, *, by: "User", expected: int, reason: str
) -> None:
    from django.utils import timezone

    changes: dict[str, object] = {"status": ends.value}
    if name == "approve":
        changes |= {"approved_by": by.username, "approved_at": timezone.now()}
    kind = record._meta.model_name  # noqa: SLF001 (Django's documented door)
    done = {"submit": "submitted", "withdraw": "withdrawn", "return": "returned"}
    with transaction.atomic():
        save_changes(
            record,
            changes,
            by=by,
            expected=expected,
            action=f"{kind}.{done.get(name, name + 'd')}",
            scope=record.scope,
            reason=reason,
        )
