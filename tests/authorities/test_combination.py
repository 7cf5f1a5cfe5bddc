from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.combination import CombinationWeights, account_of, has_sunset_risk
from comity.authorities.combine import combine
from comity.authorities.query import Query
from tests.authorities.asking import partner


def test_sunset_risk_is_named():
    taiwan = Query("equip", date(2027, 3, 1), purpose="self-defence", partner=partner("UKR", ()))
    found = combine([taiwan], weights=CombinationWeights(loose=50))
    assert found.options[0].sunsets == ("NDAA16-1250",)
    assert has_sunset_risk(catalogue()["NDAA16-1250"], None)
    assert not has_sunset_risk(catalogue()["T10-333"], date(2060, 1, 1))


def test_the_same_account_has_one_name():
    book = catalogue()
    assert account_of(book["T10-332"]) == account_of(book["T10-333"]) == "O&M Defense-wide"
    assert account_of(book["T10-421"]) == "not recorded (T10-421)"


def test_a_set_says_who_agrees_what_it_costs_in_days_and_what_is_reported():
    need = Query("train", date(2027, 3, 1), purpose="counterterrorism", partner=partner(),
                 aim="build-capacity")  # fmt: skip
    option = combine([need]).options[0]
    assert option.approvers == ("SecDef", "SecState")
    assert (option.wait, option.notify_by) == (15, date(2027, 2, 14))
    assert len(option.reports) == 2
    assert option.to_dict()["carries"][0]["citation"] == "10 USC 333"
