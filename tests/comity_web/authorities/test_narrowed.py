from datetime import date

import pytest
from django.http import QueryDict

from comity.terms.errors import InputError, UnknownName
from comity_web.authorities.narrowed import MOST_PARTNERS, narrowed, partners_asked

ON = date(2027, 3, 1)


def test_an_address_narrows_to_words_and_a_partner():
    found = narrowed(QueryDict("activity=train&partner=Kenya"), ON)
    assert (found.only.activity, found.only.purpose, found.only.partner.code) == (
        "train",
        "",
        "KEN",
    )
    values = {name: value for name, value, _ in found.choices}
    assert values == {"activity": "train", "purpose": "", "recipient": "", "partner": "KEN"}
    with pytest.raises(UnknownName):
        narrowed(QueryDict("activity=trian"), ON)


def test_the_partners_of_an_axis_are_named_or_the_kinds():
    named = partners_asked(QueryDict("among=KEN;+Philippines"), ON)
    assert list(named) == ["Kenya", "Philippines"]
    kinds = partners_asked(QueryDict(""), ON)
    assert "NATO" in kinds
    assert len(kinds["NATO"]) == 31, "32 members without the United States"
    with pytest.raises(InputError, match="side by side"):
        partners_asked(QueryDict("among=" + ";".join(["KEN"] * (MOST_PARTNERS + 1))), ON)
