import pytest
from django.http import QueryDict

from comity_web.access.actions import change_settings
from comity_web.access.queries import site_settings
from comity_web.access.saving import EditConflict
from comity_web.site.conflict import conflict_rows, kept_fields


@pytest.fixture
def clash(db):
    """Somebody saved a banner after another had opened the form."""
    change_settings({"banner": "THEIRS"}, by="ada", expected=1)
    posted = QueryDict("banner=MINE&require_second_factor=on&version=1&csrfmiddlewaretoken=x")
    with pytest.raises(EditConflict) as raised:
        change_settings({"banner": "MINE", "require_second_factor": True}, by="bo", expected=1)
    return raised.value, posted


def test_only_what_differs_is_shown_with_both_versions(clash):
    (row,) = conflict_rows(*clash)
    assert (row.name, row.theirs, row.yours) == ("banner", "THEIRS", "MINE")


def test_all_else_that_was_posted_is_kept_but_never_version_or_token(clash):
    assert kept_fields(*clash) == [("require_second_factor", "on")]


def test_nothing_of_the_second_was_saved(clash):
    assert site_settings().banner == "THEIRS"
