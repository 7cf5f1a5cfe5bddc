import pytest
from django.db import IntegrityError, transaction

from comity_web.access.models import SiteSettings


def test_there_is_one_row(people):
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.create(pk=2)


def test_by_default_nobody_reads_without_an_account_and_a_second_factor_is_required():
    settings = SiteSettings()
    assert (settings.banner, settings.anonymous_viewers, settings.require_second_factor) == (
        "UNCLASSIFIED",
        False,
        True,
    )
