from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comity_web.api.actions import create_token, revoke_token
from comity_web.api.models import ApiToken

NOW = timezone.now()


@pytest.mark.parametrize(
    "wrong", [{"expires_at": NOW - timedelta(days=1)}, {"name": ""}], ids=["expiry", "name"]
)
def test_the_database_refuses_a_token_that_cannot_be(people, wrong):
    right = {"name": "t", "digest": "0" * 64, "begins": "comity_0000", "created_at": NOW}
    right |= {"owner": people["vera"], "expires_at": NOW + timedelta(days=1)}
    with transaction.atomic():
        assert ApiToken.objects.create(**right).pk
        transaction.set_rollback(True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ApiToken.objects.create(**right | wrong)


def test_a_token_is_in_use_until_it_expires_or_is_revoked(people):
    token, _ = create_token(people["vera"], "t", by=people["vera"])
    assert token.state == "in use"
    token.expires_at = timezone.now()
    assert token.state == "expired"
    revoke_token(token, by=people["vera"])
    assert token.state == "revoked"


def test_its_name_tells_it_apart_and_gives_nothing_away(people):
    token, secret = create_token(people["vera"], "briefing", by=people["vera"])
    assert str(token) == f"briefing ({secret[:11]}…)"
