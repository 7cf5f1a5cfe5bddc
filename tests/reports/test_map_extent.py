import pytest

from comity.reports.map_extent import equal_earth, frame_of
from comity.reports.map_shapes import country_shapes


def testequal_earth_at_known_points():
    """The poles lie at 1.3173627 and the edge of the equator at 2.7066299 globe radii.

    From the projection's own definition: half width 2.70663, half height 1.31736
    (Šavrič, Patterson and Jenny 2019, table of dimensions).
    """
    assert equal_earth(0, 90)[1] == pytest.approx(1.31736, abs=1e-5)
    assert equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)


def test_the_world_needs_no_frame():
    assert frame_of(country_shapes(), [], (960, 470)) == (960, 470, {"type": "equalEarth"})


def test_a_region_fills_the_frame():
    width, height, projection = frame_of(country_shapes(), ["KEN", "UGA", "SYC"], (960, 470))
    scale, (dx, dy) = projection["scale"], projection["translate"]
    for longitude, latitude in ((37.0, 0.0), (32.0, 1.0), (55.66667, -4.58333)):
        x, y = equal_earth(longitude, latitude)
        assert 0 < dx + scale * x < width
        assert 0 < dy - scale * y < height
    assert scale > 1000


def test_partners_all_over_the_globe_show_the_world():
    assert "scale" not in frame_of(country_shapes(), ["NZL", "USA", "FJI"], (960, 470))[2]
