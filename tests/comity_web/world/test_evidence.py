from comity_web.world.evidence import manifest, panel


def test_it_is_read_once():
    assert panel() is panel()
    assert manifest() is manifest()


def test_every_source_of_the_panel_is_in_its_manifest():
    assert {i.source for i in panel().catalogue.values()} == {r.id for r in manifest().sources}
