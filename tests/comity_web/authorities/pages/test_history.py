def test_the_reform_of_2016_is_seen(signed_in):
    text = signed_in("vera").get("/authorities/patchwork/history/?last=2026").content.decode()
    assert "Authorities in force, 1961 to 2026" in text
    assert "<svg" in text
    assert "PL 109-163 s1206 (Global train and equip) becomes 10 USC 2282" in text


def test_years_without_an_event_are_empty_not_broken(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/history/?first=1963&last=1964")
        .content.decode()
    )
    assert "Nothing is dated in these years" in text


def test_years_the_wrong_way_round_are_refused(signed_in):
    answer = signed_in("vera").get("/authorities/patchwork/history/?first=2000&last=1990")
    assert answer.status_code == 400
