import json
from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.listing import listing
from comity.terms.errors import UnknownName

DAY = date(2027, 1, 1)


def test_without_a_choice_everything_is_listed_and_counted_as_the_catalogue_counts():
    found = listing(DAY).to_dict()
    facets = {f["name"]: {c["value"]: c["count"] for c in f["choices"]} for f in found["facets"]}
    assert found["number"] == found["total"] == len(catalogue())
    for name in ("title", "category", "certainty"):
        assert facets[name] == catalogue().counts(name)
    assert sum(facets["standing"].values()) == found["total"]
    assert json.loads(json.dumps(found)) == found


def test_choices_narrow_the_list_and_the_other_facets():
    found = listing(DAY, chosen_facets={"activity": ["demining"], "title": ["Title 10"]})
    assert [record.id for record in found.records] == ["T10-407"]
    facets = {facet.name: dict(facet.counts) for facet in found.facets}
    assert facets["certainty"]["verified"] == 1
    assert facets["title"]["Title 10"] == 1


def test_every_searched_word_must_stand_there():
    assert [r.id for r in listing(DAY, search="Small CRAFT").records] == ["T10-352"]
    assert listing(DAY, search="small zebra").records == ()
    assert listing(DAY, search="small zebra").to_dict()["last_checked"] is None


def test_standing_follows_the_day():
    def standing(day):
        found = listing(day, chosen_facets={"standing": ["in force"]})
        return {record.id for record in found.records}

    assert "T10-2282" in standing(date(2015, 6, 1))
    assert "T10-2282" not in standing(DAY)


def test_an_unknown_title_is_refused():
    with pytest.raises(UnknownName, match="Title 10"):
        listing(DAY, chosen_facets={"title": ["Title 11"]})
