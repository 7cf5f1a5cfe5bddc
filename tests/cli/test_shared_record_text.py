import json

from comity.authorities.catalogue import catalogue
from comity.cli.shared_record_text import list_row, notice_text, record_fields, record_payload


def test_a_record_says_everything_with_its_certainty():
    fields = dict(record_fields(catalogue()["T10-333"], catalogue()))
    assert fields["certainty"] == "verified; last checked 2026-11-24"
    assert "NDAA06-1206" in fields["lineage"]
    assert "six committees" in fields["notice"]
    assert "train = yes" in fields["reach: activities"]


def test_a_blank_says_check_and_not_no():
    fields = dict(record_fields(catalogue()["T10-421"], catalogue()))
    assert fields["State"] == "not recorded: check"
    assert fields["account"] == "not recorded: check"


def test_the_payload_is_plain_and_carries_the_disclaimer():
    payload = record_payload(catalogue()["CSPA"], catalogue())
    assert "not legal advice" in json.loads(json.dumps(payload))["disclaimer"]
    assert payload["bar"]["list_name"] == "child-soldiers"


def test_a_row_of_the_list():
    row = list_row(catalogue()["T10-2282"])
    assert (row["status"], row["ends"]) == ("ended", "2016-12-22")


def test_a_notice_whose_days_were_not_read_says_so():
    notice = catalogue()["T10-2342"].notices[0]
    assert "60 days before" in notice_text(notice)
