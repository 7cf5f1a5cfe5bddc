from xml.etree import ElementTree as ET

import pytest
from django.http import QueryDict

from comity_web.assess.scored import default_model
from comity_web.assess.studio_answer import answer
from comity_web.assess.studio_map import studio_map
from comity_web.assess.studio_settings import DEFAULT_BASE, read_settings

pytestmark = pytest.mark.django_db


def test_shapes_carry_the_partner_and_the_colour_of_the_answer():
    settings = read_settings(
        QueryDict("w-governance=3&group=AFRICOM"), DEFAULT_BASE, default_model(), year=2022
    )
    drawn = studio_map(settings)
    colours = {row["partner"]: row["colour"] for row in answer(settings, full=False).rows}
    shapes = [node for node in ET.fromstring(drawn.svg).iter() if "data-partner" in node.attrib]
    assert {node.attrib["data-partner"] for node in shapes} == set(colours)
    for node in shapes:
        path = node.find("{http://www.w3.org/2000/svg}path")
        assert path.attrib["fill"] == colours[node.attrib["data-partner"]]
    assert drawn.key[0][1] == "top fifth"
    assert drawn.key[-1][1] == "not scored"
