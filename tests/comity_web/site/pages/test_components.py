import re

from django.urls import reverse


def test_every_component_is_shown_without_inline_code(signed_in):
    response = signed_in("vera").get(reverse("components"))
    shown = response.content.decode()
    for part in ("data-sortable", "data-filter", "data-guard", 'class="empty"', 'class="errors"'):
        assert part in shown
    assert not re.search(r"\sstyle=|\son\w+=|<script>|javascript:", shown)


def test_an_error_is_tied_to_its_field_and_named_at_the_top(signed_in):
    shown = signed_in("vera").get(reverse("components")).content.decode()
    assert '<a href="#id_wrong-year">Year: ' in shown
    assert 'aria-describedby="id_wrong-year_helptext id_wrong-year_error"' in shown
    assert 'id="id_wrong-year_error"' in shown


def test_nobody_is_sent_to_sign_in(client, people):
    assert client.get(reverse("components")).status_code == 302
