"""What is read of tokens."""

from django.db.models import QuerySet

from comity_web.access.models import User
from comity_web.api.actions import digest_of
from comity_web.api.models import ApiToken


def tokens_of(owner: User) -> QuerySet[ApiToken]:
    """Return somebody's own tokens, newest first."""
    return ApiToken.objects.filter(owner=owner)


def token_with(secret: str) -> ApiToken | None:
    """Return the live token with this secret, if its owner's account is open."""
    found = ApiToken.objects.select_related("owner").filter(digest=digest_of(secret)).first()
    if found is None or found.state != "in use" or not found.owner.is_active:
        return None
    return found
