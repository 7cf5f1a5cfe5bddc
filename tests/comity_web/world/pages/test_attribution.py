def test_attribution_is_plain_text(signed_in):
    client = signed_in("vera")
    whole = client.get("/data/attribution.txt").content.decode()
    one = client.get("/data/attribution.txt?indicator=wgi.rule_of_law").content.decode()
    assert "Greenbook" in whole
    assert "Greenbook" not in one
    assert "Worldwide Governance" in one
