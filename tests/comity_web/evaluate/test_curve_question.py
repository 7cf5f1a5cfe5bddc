from urllib.parse import parse_qsl

import pytest

from comity.terms.errors import UnknownName
from comity_web.evaluate.curve_choices import choices_of, taken
from comity_web.evaluate.curve_question import CurveQuestion, read_question
from comity_web.evaluate.run_files import kept


@pytest.fixture
def found(finished):
    return kept(finished()).numbers("more")


def test_an_address_is_read_and_written(found):
    choices = choices_of(found.values())
    given = {"absorbed": "year", "kind": "positive", "sort": "nobs", "order": "down", "page": "2"}
    question = read_question(given, choices)
    assert dict(parse_qsl(question.query(page=2))) == given
    assert "page" not in dict(parse_qsl(question.query(sort="p_value")))
    assert question.narrowed


@pytest.mark.parametrize(
    "given", [{"absorbed": "comets"}, {"kind": "good"}, {"sort": "beauty"}], ids=str
)
def test_what_is_not_known_is_refused(found, given):
    with pytest.raises(UnknownName):
        read_question(given, choices_of(found.values()))


def test_held_choices_and_signs_narrow_the_curve(found):
    held = CurveQuestion({"absorbed": "year"}, "positive").in_order(found)
    assert 0 < len(held) < len(found)
    assert all(taken(one, "absorbed") == "year" and one.estimate > 0 for _, one in held)
    significant = CurveQuestion(kind="significant").in_order(found)
    rest = CurveQuestion(kind="not").in_order(found)
    assert len(significant) + len(rest) == len(found)


def test_order(found):
    upward = [one.estimate for _, one in CurveQuestion().in_order(found)]
    assert upward == sorted(upward)
    down = [n for n, _ in CurveQuestion(sort="number", descending=True).in_order(found)]
    assert down == sorted(found, reverse=True)


def test_pages_that_are_no_numbers_are_the_first():
    assert read_question({"page": "-3"}, ()).page == 1
    assert read_question({"page": "9" * 50}, ()).page == 1
