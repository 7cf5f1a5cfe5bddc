from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.cells import reach_of
from comity.authorities.partner_axis import NOBODY, answer, by_kind, check, each
from comity.authorities.vocabulary import partner_kinds
from comity.terms.authority import Answer
from comity.terms.errors import InputError
from tests.authorities.asking import partner

DAY = date(2025, 6, 1)
POLAND = partner("POL", ("EUCOM", "NATO"), income="high", name="Poland")
GEORGIA = partner("GEO", ("EUCOM",), income="upper-middle", name="Georgia")
KENYA = partner(name="Kenya")


def test_kinds_overlap_and_leave_out_what_they_say():
    found = {kind: [s.code for s in who] for kind, who in by_kind([POLAND, GEORGIA, KENYA]).items()}
    assert found == {
        "NATO": ["POL"],
        "Partnership for Peace": ["GEO"],
        "Africa": ["KEN"],
        "Europe outside NATO": ["GEO"],
        "low and lower-middle income": ["KEN"],
        "high income": ["POL"],
    }
    assert list(found) == [kind for kind in partner_kinds() if kind in found]


def test_a_kind_is_served_where_one_of_it_is_reached():
    academy = reach_of(catalogue()["T10-348"])  # pilot training, never for high income
    assert answer(academy, (POLAND,), DAY) is Answer.NO
    assert answer(academy, (POLAND, KENYA), DAY) is Answer.YES
    assert answer(academy, (), DAY) is Answer.YES


def test_one_label_for_each_partner():
    assert list(each([POLAND, partner("XXX", name="")])) == ["Poland", "XXX"]


@pytest.mark.parametrize("partners", [{}, NOBODY, {"Kenya": (KENYA,), "nobody": ()}])
def test_an_axis_on_which_nobody_stands_is_refused(partners):
    with pytest.raises(InputError, match="needs partners"):
        check(partners)
