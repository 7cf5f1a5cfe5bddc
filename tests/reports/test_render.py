import re
from xml.etree import ElementTree as ET

from comity.reports.construct_bars import construct_bars
from comity.reports.render import to_png, to_svg


def test_svg_is_well_formed_and_names_its_marks(scores):
    svg = to_svg(construct_bars(scores, "KEN"))
    root = ET.fromstring(svg)
    titles = [node.text for node in root.iter("{http://www.w3.org/2000/svg}title")]
    assert any("Institutions & more" in str(title) for title in titles)
    assert not re.search(r"\d\.\d{3,}", re.sub(r'aria-label="[^"]*"|>[^<]*<', "", svg))


def test_ids_of_two_drawings_differ(scores):
    from comity.reports.world_map import world_map

    svg = to_svg(world_map(scores), prefix="map")
    assert 'id="mapclip' in svg
    assert "url(#mapclip" in svg
    assert "url(#clip" not in svg


def test_png(scores):
    assert to_png(construct_bars(scores, "KEN"), scale=1)[:8] == b"\x89PNG\r\n\x1a\n"


def test_marks_lead_to_addresses_outside_the_tab_order(scores):
    figure = construct_bars(scores, "KEN")
    plain = to_svg(figure)
    name = re.search(r'<path [^>]*aria-label="([^"]+)"', plain)[1]
    linked = to_svg(figure, links={name.replace("&amp;", "&"): "/somewhere/?a=1&b=2"})
    assert '<a href="/somewhere/?a=1&amp;b=2" tabindex="-1"><path' in linked
    ET.fromstring(linked)
    assert "<a " not in plain
