"""The only writer of tokens. Each action says who, and leaves a trace."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comity.terms.errors import InputError
from comity_web.access.audit import write_event
from comity_web.access.models import User
from comity_web.api.models import ApiToken

#: Every token begins with this, so that a leaked one is recognised for what it is.
PREFIX = "comity_"
DAYS, DAYS_MOST = 90, 366
LIVE_MOST = 20
#: How exactly the last use is kept; a write for each call would cost more than it tells.
USED_EVERY = timedelta(minutes=1)


def digest_of(secret: str) -> str:
    """Return what is kept of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def create_token(
    owner: User, name: str, *, by: User, days: int = DAYS, reads_only: bool = True
) -> tuple[ApiToken, str]:
    """Make a token and return it with its secret, which is shown once only.

    Raises
    ------
    InputError
        If the name is empty, the time is not 1 to 366 days, or the owner has twenty live tokens.
    """
    name = name.strip()
    if not name:
        raise InputError("Give the token a name that says what uses it.")
    if not 1 <= days <= DAYS_MOST:
        raise InputError(f"A token lasts 1 to {DAYS_MOST} days, not {days}.")
    now = timezone.now()
    live = owner.api_tokens.filter(revoked_at=None, expires_at__gt=now).count()
    if live >= LIVE_MOST:
        raise InputError(f"You have {live} tokens in use; revoke one that is not needed.")
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        owner=owner,
        name=name,
        digest=digest_of(secret),
        begins=secret[: len(PREFIX) + 4],
        reads_only=reads_only,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    after = {"token": str(token), "reads_only": reads_only, "expires_at": token.expires_at}
    # The line stands under the person, whose other lines only those may read who manage people.
    write_event("token.created", owner, by=by, after=after)
    return token, secret


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User) -> None:
    """End a token at once; ending it twice changes nothing."""
    now = timezone.now()
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now):
        before = {"token": str(token), "revoked_at": None}
        after = {"token": str(token), "revoked_at": now}
        write_event("token.revoked", token.owner, by=by, before=before, after=after)
    token.refresh_from_db()


def note_use(token: ApiToken) -> None:
    """Keep when a token was last used, to the minute; nothing that the trail would tell."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at >= USED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
