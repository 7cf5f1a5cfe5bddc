from comity_web.world.evidence import manifest


def test_every_source_and_what_can_be_brought(signed_in):
    text = signed_in("vera").get("/data/sources/").content.decode()
    for record in manifest().sources:
        assert f'href="/data/sources/{record.id}/"' in text
    assert 'href="/data/sources/troops/"' in text


def test_a_source_of_the_panel_names_its_files_and_indicators(signed_in):
    text = signed_in("vera").get("/data/sources/wgi/").content.decode()
    assert "SHA-256" in text
    assert "Rule of law" in text
    assert "CC BY 4.0" in text


def test_a_source_that_is_not_in_the_panel_says_how_to_bring_it(signed_in):
    text = signed_in("vera").get("/data/sources/troops/").content.decode()
    assert "comity world import troops FILE" in text


def test_there_is_no_other(signed_in):
    assert signed_in("vera").get("/data/sources/nowhere/").status_code == 404
