import re
from xml.etree import ElementTree as ET

import pytest

from comity.reports.chart_theme import NO_DATA
from comity.reports.country_map import country_map, cut_at_date_line
from comity.reports.map_layers import propensity_layer


def groups(svg, tag="a"):
    root = ET.fromstring(svg)
    name = f"{{http://www.w3.org/2000/svg}}{tag}"
    return {g.get("data-partner"): g for g in root.iter(name) if g.get("data-partner")}


def path_of(group):
    return group.find("{http://www.w3.org/2000/svg}path")


def test_every_partner_is_one_link_with_its_name_and_its_colour(scores):
    layer = propensity_layer(scores)
    drawn = groups(country_map(layer, address=lambda p: f"/partners/{p}/"))
    assert set(drawn) == set(scores.partners)
    for partner, group in drawn.items():
        assert group.get("href") == f"/partners/{partner}/"
        assert group.get("aria-label") == layer.said[partner]
        assert path_of(group).get("fill") == layer.colour(partner)


def test_without_addresses_there_is_no_link(scores):
    svg = country_map(propensity_layer(scores))
    assert "<a " not in svg
    assert set(groups(svg, "g")) == set(scores.partners)


def test_who_is_not_scored_is_grey(scores):
    layer = propensity_layer(scores)
    missing = next(p for p, at in layer.place.items() if at < 0)
    assert path_of(groups(country_map(layer), "g")[missing]).get("fill") == NO_DATA


def test_names_are_escaped(scores):
    from dataclasses import replace

    layer = replace(propensity_layer(scores), said=dict.fromkeys(scores.partners, '<b>&"'))
    assert "<b>" not in country_map(layer)


def test_a_region_is_shown_up_close_and_what_lies_outside_is_not_drawn(scores):
    layer = propensity_layer(scores)
    world, close = country_map(layer), country_map(layer, close_to=["KEN", "UGA"])
    assert len(close) < len(world) / 2
    assert "KEN" in groups(close, "g")
    assert "ARG" not in groups(close, "g")


def test_no_path_runs_across_the_whole_map(scores):
    """Russia and Fiji lie on both sides of the date line."""
    svg = country_map(propensity_layer(scores))
    width = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    for step in re.findall(r"(-?\d+) -?\d+(?= |z)", svg):
        assert abs(int(step)) < width / 2


def test_a_ring_across_the_date_line_is_cut_in_two():
    parts = cut_at_date_line([(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)])
    assert len(parts) == 2
    east, west = sorted(parts, key=lambda part: -max(x for x, _ in part))
    assert {x for x, _ in east} == {170, 180}
    assert {x for x, _ in west} == {-180, -170}
    assert sum(map(area, parts)) == pytest.approx(200)


def test_a_ring_on_one_side_stays_as_it_is():
    ring = [(1.0, 2.0), (3.0, 2.0), (3.0, 5.0), (1.0, 2.0)]
    assert cut_at_date_line(ring) == [ring]


def area(ring):
    """Shoelace formula."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2  # noqa: B905
