def test_everything_is_listed_with_downloads(signed_in):
    text = signed_in("vera").get("/data/").content.decode()
    assert 'href="/data/indicators/wgi.rule_of_law/"' in text
    for kind in ("csv", "json", "parquet"):
        assert f'href="/data/panel.{kind}"' in text


def test_a_search_narrows_it(signed_in):
    text = signed_in("vera").get("/data/?q=rule+of+law&source=wgi").content.decode()
    assert "wgi.rule_of_law" in text
    assert "unga.us_distance" not in text


def test_nothing_found_says_so(signed_in):
    assert "Nothing answers to" in signed_in("vera").get("/data/?q=xqzzy").content.decode()
