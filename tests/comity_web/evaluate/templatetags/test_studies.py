from types import SimpleNamespace
from urllib.parse import parse_qsl

from comity_web.evaluate.curve_question import CurveQuestion
from comity_web.evaluate.templatetags.studies import curve_query, measured_by


def test_pages_are_turned_and_orders_turned_over():
    curve = SimpleNamespace(question=CurveQuestion({"absorbed": "year"}, page=3), page=3)

    def told(change):
        return dict(parse_qsl(curve_query(curve, change)))

    assert told("next") == {"absorbed": "year", "page": "4"}
    assert told("before") == {"absorbed": "year", "page": "2"}
    assert told("down") == {"absorbed": "year", "order": "down"}
    assert told("nobs") == {"absorbed": "year", "sort": "nobs"}


def test_a_run_says_what_it_measured_by():
    assert measured_by(SimpleNamespace(arguments={"variant": "open"})) == "open"
    assert measured_by(SimpleNamespace(arguments={"table": "panel.csv"})) == "panel.csv"
