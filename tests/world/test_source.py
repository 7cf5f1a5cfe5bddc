import re

import pytest

from comity.terms.errors import UnknownName
from comity.terms.licence import Licence
from comity.world.source import all_sources, get_source

EVERYTHING = {**all_sources(), **all_sources("comity.world.derived")}


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_every_description_is_whole(name):
    source = EVERYTHING[name]
    assert source.id == name
    for field in ("title", "publisher", "citation", "licence_name", "vintage"):
        assert getattr(source, field), field
    assert source.frequency in {"calendar", "fiscal"}
    assert source.indicators
    assert callable(getattr(__import__(f"{source.package}.{name}", fromlist=["x"]), _verb(source)))


def _verb(source) -> str:
    return "derive" if source.package.endswith("derived") else "parse"


def test_indicator_ids_start_with_their_source_and_are_unique():
    ids = [(s.id, i.id) for s in EVERYTHING.values() for i in s.indicators]
    assert all(re.fullmatch(rf"{source}\.[a-z0-9_]+", name) for source, name in ids)
    assert len({name for _, name in ids}) == len(ids)


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_every_indicator_is_described(name):
    for indicator in EVERYTHING[name].indicators:
        assert len(indicator.definition) > 20, indicator.id
        assert indicator.title, indicator.id
        assert indicator.unit, indicator.id


def test_derived_indicators_say_what_they_come_from_and_may_ship():
    known = {i.id for s in EVERYTHING.values() for i in s.indicators}
    for source in all_sources("comity.world.derived").values():
        assert source.licence.may_ship
        for indicator in source.indicators:
            assert indicator.derived_from, indicator.id
            assert set(indicator.derived_from) <= known, indicator.id


def test_all_five_licence_classes_are_met():
    assert {s.licence for s in all_sources().values()} == set(Licence)


def test_an_unknown_source_suggests_the_nearest():
    assert get_source("wgi").publisher
    with pytest.raises(UnknownName, match="greenbook"):
        get_source("grenbook")
