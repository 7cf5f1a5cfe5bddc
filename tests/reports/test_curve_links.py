"""The curve as links: every specification can be reached, and the drawing says what it shows."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from comity.reports.curve_links import LEFT, TALL, TOP, WIDTH, CurvePoint, curve_links

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [("sample", "all years"), ("sample", "late years"), ("controls", "income")]
POINTS = [
    CurvePoint(7, -0.4, -0.6, -0.2, 0.001, "Specification 7", "/s/7/", (0,)),
    CurvePoint(3, -0.1, -0.3, 0.1, 0.3, "Specification 3", "/s/3/", (1, 2)),
    CurvePoint(9, 0.5, 0.2, 0.8, 0.01, "Specification 9", "/s/9/", (0, 2)),
    CurvePoint(4, float("nan"), float("nan"), float("nan"), float("nan"), "none", "/s/4/", (1,)),
]


def drawn(points=POINTS, **more):
    told = {"title": "A curve", "axis": "association"} | more
    return curve_links(points, ROWS, **told)


def links(svg):
    return list(ET.fromstring(svg).iter(f"{SVG}a"))


def test_the_drawing_as_a_whole(snapshot):
    assert drawn() == snapshot


def test_every_estimate_is_a_named_link_and_one_of_them_takes_the_tab_key():
    found = links(drawn())
    assert [one.get("href") for one in found] == ["/s/7/", "/s/3/", "/s/9/"]
    assert [one.get("aria-label") for one in found] == [p.said for p in POINTS[:3]]
    assert [one.get("tabindex") for one in found] == ["0", "-1", "-1"]


def test_points_stand_in_order_higher_where_the_estimate_is():
    dots = [one.find(f"{SVG}circle") for one in links(drawn())]
    across = [float(dot.get("cx")) for dot in dots]
    down = [float(dot.get("cy")) for dot in dots]
    assert across == sorted(across)
    assert down == sorted(down, reverse=True)
    assert all(LEFT < x < WIDTH for x in across)
    assert all(TOP <= y <= TOP + TALL for y in down)


def test_what_is_not_significant_is_hollow_so_that_colour_is_not_alone():
    fills = [one.find(f"{SVG}circle").get("fill") for one in links(drawn())]
    assert [fill == "#fff" for fill in fills] == [False, True, False]


def test_the_panel_has_a_tick_for_each_row_that_a_point_takes():
    strokes = [p for p in ET.fromstring(drawn()).iter(f"{SVG}path") if p.get("stroke-width")]
    assert sum(p.get("d").count("M") for p in strokes) == 5


def test_one_wide_interval_does_not_flatten_the_rest():
    calm = [replace(POINTS[0], number=n) for n in range(60)]
    svg = drawn([*calm, replace(POINTS[0], number=99, low=-900.0, high=900.0)])
    heights = {float(one.find(f"{SVG}circle").get("cy")) for one in links(svg)}
    assert max(heights) > TOP + TALL / 4


def test_a_chosen_point_has_a_ring_and_words_are_escaped():
    svg = drawn(marked=9)
    assert [len(one.findall(f"{SVG}circle")) for one in links(svg)] == [1, 1, 2]
    odd = curve_links([], [("<i>", "&")], title='"<b>"', axis="a")
    assert "<b>" not in odd
    assert list(ET.fromstring(odd).iter(f"{SVG}a")) == []
