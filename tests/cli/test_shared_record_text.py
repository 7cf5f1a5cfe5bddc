from comity.authorities.catalogue import catalogue
from comity.cli.shared_record_text import notice_text, record_fields


def test_a_record_says_everything_with_its_certainty():
    fields = dict(record_fields(catalogue()["T10-333"], catalogue()))
    assert fields["certainty"] == "verified; last checked 2026-11-25"
    assert "NDAA06-1206" in fields["lineage"]
    assert "six committees" in fields["notice"]
    assert "train = yes" in fields["reach: activities"]


def test_a_blank_says_check_and_not_no():
    fields = dict(record_fields(catalogue()["T10-421"], catalogue()))
    assert fields["State"] == "not recorded: check"
    assert fields["account"] == "not recorded: check"


def test_a_report_that_ended_says_until_when():
    told = [
        text
        for name, text in record_fields(catalogue()["T10-333"], catalogue())
        if name == "report"
    ]
    assert any("quarterly, until 2022-12-22" in text for text in told)


def test_a_notice_whose_days_were_not_read_says_so():
    notice = catalogue()["T10-2342"].notices[0]
    assert "60 days before" in notice_text(notice)
