def test_it_shows_indicators_by_years(signed_in):
    text = signed_in("vera").get("/data/coverage/?group=AFRICOM&source=wgi").content.decode()
    assert "US Africa Command" in text
    assert "Rule of law" in text
    assert "Population" not in text
    assert 'class="s5"' in text
    assert "style=" not in text, "the Content-Security-Policy allows no style inside a page"


def test_an_unknown_grouping_is_refused(signed_in):
    assert signed_in("vera").get("/data/coverage/?group=NOWHERE").status_code == 404
