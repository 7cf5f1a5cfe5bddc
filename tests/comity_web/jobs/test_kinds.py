import pytest

from comity.terms.errors import UnknownName
from comity_web.jobs.kinds import kind


def test_a_kind_is_found_by_its_name():
    assert callable(kind("count"))


def test_the_nearest_is_suggested():
    with pytest.raises(UnknownName, match="Did you mean 'count'"):
        kind("coumt")
