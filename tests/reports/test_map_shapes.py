from comity.reports.map_shapes import country_shapes, small_states
from comity.world.partners import partners


def test_every_state_is_drawn_as_a_shape_or_a_dot():
    shapes = {s["id"] for s in country_shapes()["objects"]["countries"]["geometries"]}
    states = {p.id for p in partners().states(2022)}
    assert states <= shapes | set(small_states())
    assert not shapes & set(small_states())
    assert "XKX" in shapes
    assert "ATA" not in shapes


def test_asking_twice_gives_two_topologies():
    country_shapes()["objects"]["countries"]["geometries"].clear()
    assert country_shapes()["objects"]["countries"]["geometries"]
