"""Posting by hand what the page does not offer is refused by the action, not by the page."""

import pytest

from comity_web.access.models import AuditEvent, Membership, User


def test_a_role_is_given_and_taken_with_its_reason(signed_in, people):
    client, nina = signed_in("ada"), people["nina"]
    client.post(
        f"/people/{nina.pk}/give-role/",
        {"role": "viewer", "scope": "AFRICOM", "reason": "reads for the desk"},
    )
    grant = Membership.objects.get(user=nina)
    assert (grant.role, str(grant.scope), grant.granted_by) == ("viewer", "AFRICOM", "ada")
    client.post(f"/people/roles/{grant.pk}/take/", {"reason": "desk closed"})
    assert not Membership.objects.filter(user=nina).exists()
    assert [e.reason for e in AuditEvent.objects.all()[:2]] == ["desk closed", "reads for the desk"]


@pytest.mark.parametrize("doing", ["close", "reset-password", "reset-second-factor"])
def test_what_reaches_further_is_refused_however_it_is_asked(signed_in, people, doing):
    answer = signed_in("amara").post(f"/people/{people['ada'].pk}/{doing}/")
    assert answer.status_code == 403
    assert User.objects.get(username="ada").is_active


def test_a_role_outside_ones_places_is_refused_however_it_is_asked(signed_in, people):
    answer = signed_in("amara").post(
        f"/people/{people['amara'].pk}/give-role/", {"role": "administrator", "scope": "everywhere"}
    )
    assert answer.status_code == 400
    assert "where you are an administrator" in answer.content.decode()


def test_an_account_is_closed_and_opened_again(signed_in, people):
    client, vera = signed_in("ada"), people["vera"]
    client.post(f"/people/{vera.pk}/close/", {"reason": "left"})
    assert not User.objects.get(pk=vera.pk).is_active
    client.post(f"/people/{vera.pk}/close/", {"open": "1"})
    assert User.objects.get(pk=vera.pk).is_active


def test_the_last_administrator_is_told_why_not(signed_in, people):
    grant = Membership.objects.get(user=people["ada"])
    answer = signed_in("ada").post(f"/people/roles/{grant.pk}/take/")
    assert answer.status_code == 400
    assert "last administrator" in answer.content.decode()
