from datetime import timedelta

from django.utils import timezone

from comity_web.access.actions import set_active
from comity_web.api.actions import create_token, revoke_token
from comity_web.api.models import ApiToken
from comity_web.api.queries import token_with, tokens_of


def test_a_secret_finds_its_token_and_no_other_text_does(people):
    token, secret = create_token(people["vera"], "t", by=people["vera"])
    assert token_with(secret) == token
    assert token_with(token.digest) is None
    assert token_with("") is None


def test_a_token_that_ended_or_whose_owner_left_is_not_found(people):
    vera, petra = people["vera"], people["petra"]
    revoked, secret = create_token(vera, "t", by=vera)
    revoke_token(revoked, by=vera)
    assert token_with(secret) is None
    old, secret = create_token(vera, "t", by=vera)
    past = timezone.now() - timedelta(days=1)
    ApiToken.objects.filter(pk=old.pk).update(created_at=past - timedelta(days=1), expires_at=past)
    assert token_with(secret) is None
    _, secret = create_token(petra, "t", by=petra)
    set_active(petra, False, by=people["ada"])
    assert token_with(secret) is None


def test_everybody_sees_their_own(people):
    create_token(people["vera"], "t", by=people["vera"])
    assert tokens_of(people["vera"]).count() == 1
    assert not tokens_of(people["petra"]).exists()
