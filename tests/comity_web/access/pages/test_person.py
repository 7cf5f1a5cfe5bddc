from allauth.mfa.models import Authenticator


def test_a_global_administrator_is_offered_everything(signed_in, people):
    Authenticator.objects.create(user=people["vera"], type="totp", data={})
    text = signed_in("ada").get(f"/people/{people['vera'].pk}/").content.decode()
    for offered in (
        "Take away",
        "New one-time password",
        "Close the account",
        "lost second factor",
    ):
        assert offered in text


def test_an_administrator_of_a_command_is_told_who_can(signed_in, people):
    text = signed_in("amara").get(f"/people/{people['vera'].pk}/").content.decode()
    assert "New one-time password" not in text
    assert "Take away</button>" not in text
    assert "An administrator of the whole site" in text


def test_ones_own_account_is_changed_elsewhere(signed_in, people):
    text = signed_in("ada").get(f"/people/{people['ada'].pk}/").content.decode()
    assert "Close the account" not in text
