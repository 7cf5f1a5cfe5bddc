import pytest

from comity.authorities.narrowing import ALL, Only
from comity.terms.errors import UnknownName
from tests.authorities.asking import partner

CELL = ("train", "cyber", "military")


def test_an_empty_word_keeps_everything():
    assert ALL.keeps(CELL)
    assert Only(activity="train", recipient="military").keeps(CELL)
    assert not Only(activity="train", recipient="police").keeps(CELL)


def test_words_are_settled_and_unknown_ones_refused():
    assert Only(purpose="Defense Governance").purpose == "defence-governance"
    with pytest.raises(UnknownName, match="train"):
        Only(activity="trian")


def test_plain_values_name_the_partner():
    assert Only(partner=partner("KEN")).to_dict()["partner"] == "KEN"
