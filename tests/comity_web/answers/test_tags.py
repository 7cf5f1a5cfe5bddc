import pytest

from comity_web.access.models import SiteSettings
from comity_web.access.saving import EditConflict
from comity_web.answers.refusal import Refusal
from comity_web.answers.tags import (
    conflict_refusal,
    expected_version,
    tag_of,
    takes_version,
    unchanged,
)


def asked(rf, **headers):
    return rf.patch("/", headers={name.replace("_", "-"): v for name, v in headers.items()})


@pytest.mark.parametrize("tag", ['"v3"', 'W/"v3"'])
def test_the_version_stands_in_if_match(rf, tag):
    assert expected_version(asked(rf, If_Match=tag), 9) == 3


def test_the_version_may_stand_in_the_body(rf):
    assert expected_version(asked(rf), 9) == 9


@pytest.mark.parametrize(
    ("tag", "status"), [("", 428), ("*", 422), ('"3"', 422), ('"v1","v2"', 422)]
)
def test_a_write_without_a_usable_version_is_refused(rf, tag, status):
    with pytest.raises(Refusal) as refused:
        expected_version(asked(rf, If_Match=tag))
    assert (refused.value.status, refused.value.field) == (status, "header.If-Match")


@pytest.mark.parametrize(
    ("wanted", "same"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"b"', False), ("", False)],
)
def test_an_answer_is_unchanged_when_its_tag_is_named(rf, wanted, same):
    assert unchanged(rf.get("/", headers={"If-None-Match": wanted}), '"a"') is same


@pytest.mark.parametrize(("headers", "status"), [({"If_Match": '"v1"'}, 412), ({}, 409)])
def test_a_conflict_shows_both_versions(rf, headers, status):
    theirs = SiteSettings(pk=1, banner="THEIRS", version=2)
    error = EditConflict(theirs, {"banner": "MINE"}, 1)
    refusal = conflict_refusal(asked(rf, **headers), error)
    assert refusal.status == status
    assert refusal.more["theirs"] == {"banner": "THEIRS"}
    assert refusal.more["yours"] == {"banner": "MINE"}
    assert refusal.headers["ETag"] == tag_of(theirs) == '"v2"'


def test_an_operation_says_that_it_takes_a_version():
    assert takes_version(lambda: None).takes_version
