from datetime import date

from comity.cli.shared_partner_status import Told
from comity_web.authorities import statuses
from comity_web.authorities.statuses import kinds_of_partner, status_of


def test_what_is_told_is_kept_apart_from_what_is_known():
    on = date(2027, 3, 1)
    assert status_of("KEN", on).is_listed("coup") is None
    assert status_of("KEN", on, Told(listed=("coup",))).is_listed("coup") is True
    assert status_of("KEN", on).is_listed("coup") is None


def test_a_status_is_that_of_the_year():
    assert status_of("SWE", date(2020, 5, 1)).belongs("NATO") is False
    assert status_of("SWE", date(2027, 5, 1)).belongs("NATO") is True


def test_within_a_year_it_is_composed_once(monkeypatch):
    first = status_of("PHL", date(2026, 2, 1))
    monkeypatch.setattr(statuses, "partner_status", lambda *a: 1 / 0)
    assert status_of("PHL", date(2026, 11, 1)) is first


def test_kinds_hold_the_members():
    codes = {status.code for status in kinds_of_partner(date(2027, 3, 1))["NATO"]}
    assert {"GBR", "SWE"} <= codes
    assert "KEN" not in codes
