import pytest
from django.utils import timezone

from comity.terms.errors import InputError
from comity_web.access.models import AuditEvent
from comity_web.api.actions import (
    DAYS_MOST,
    LIVE_MOST,
    create_token,
    digest_of,
    note_use,
    revoke_token,
)
from comity_web.api.models import ApiToken


@pytest.fixture
def vera(people):
    return people["vera"]


def test_only_a_digest_of_the_secret_is_kept(vera):
    token, secret = create_token(vera, "briefing", by=vera)
    assert token.digest == digest_of(secret)
    assert len(secret) > 40
    kept = [str(value) for value in ApiToken.objects.filter(pk=token.pk).values()[0].values()]
    assert not any(secret in value for value in kept)


def test_making_and_ending_leave_a_trace_without_the_secret(vera):
    token, secret = create_token(vera, "briefing", by=vera)
    revoke_token(token, by=vera)
    revoke_token(token, by=vera)
    lines = AuditEvent.objects.filter(action__startswith="token.")
    assert [line.action for line in lines] == ["token.revoked", "token.created"]
    assert {line.target_kind for line in lines} == {"user"}
    assert not any(secret in str(line.after) for line in lines)


@pytest.mark.parametrize(
    ("name", "days", "said"), [(" ", 9, "name"), ("t", 0, "days"), ("t", DAYS_MOST + 1, "days")]
)
def test_a_token_has_a_name_and_an_end(vera, name, days, said):
    with pytest.raises(InputError, match=said):
        create_token(vera, name, by=vera, days=days)


def test_live_tokens_are_counted(vera):
    made = [create_token(vera, f"t{n}", by=vera)[0] for n in range(LIVE_MOST)]
    with pytest.raises(InputError, match="revoke one"):
        create_token(vera, "more", by=vera)
    revoke_token(made[0], by=vera)
    assert create_token(vera, "more", by=vera)


def test_use_is_kept_to_the_minute(vera, django_assert_num_queries):
    token, _ = create_token(vera, "t", by=vera)
    note_use(token)
    token.refresh_from_db()
    assert (timezone.now() - token.last_used_at).total_seconds() < 60
    with django_assert_num_queries(0):
        note_use(token)
