import pytest
from django.urls import reverse

from comity_web.access.actions import change_settings
from comity_web.access.queries import site_settings


@pytest.mark.django_db
def test_the_banner_is_the_administrators_and_stands_above_and_below(client, people):
    change_settings({"banner": "EXERCISE"}, by="tests", expected=site_settings().version)
    shown = client.get(reverse("account_login")).content.decode()
    assert shown.count('data-marking="EXERCISE">EXERCISE</p>') == 2


def test_only_who_manages_the_site_is_led_to_the_components(signed_in):
    link = f'<a href="{reverse("components")}"'
    assert link in signed_in("ada").get(reverse("my-account")).content.decode()
    assert link not in signed_in("vera").get(reverse("my-account")).content.decode()
