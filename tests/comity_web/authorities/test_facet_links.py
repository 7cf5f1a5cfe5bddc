from urllib.parse import parse_qsl

from django.http import QueryDict

from comity.authorities.facet_counts import Facet
from comity_web.authorities.facet_links import chosen_facets, facet_lines


def test_a_value_leads_to_itself_chosen_and_back():
    facet = Facet("title", "Body of law", (("Title 10", 3), ("Title 22", 2)), ("Title 22",))
    (line,) = facet_lines([facet], [("on", "2027-03-01"), ("title", "Title 22")])
    ten, other = line.choices
    assert parse_qsl(ten.query) == [
        ("on", "2027-03-01"),
        ("title", "Title 22"),
        ("title", "Title 10"),
    ]
    assert (other.chosen, parse_qsl(other.query)) == (True, [("on", "2027-03-01")])
    assert line.chosen


def test_only_named_facets_that_say_something_are_chosen():
    data = QueryDict("title=Title+10&title=&role=&other=x")
    assert chosen_facets(data, ["title", "role"]) == {"title": ["Title 10"]}
