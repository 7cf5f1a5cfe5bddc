def read(client, query=""):
    return client.get(f"/authorities/records/?on=2027-03-01&{query}").content.decode()


def test_it_counts_by_title_and_category_and_tells_the_share_verified(signed_in):
    text = read(signed_in("vera"))
    assert "219 of 219 records" in text
    assert "46% of them are verified" in text
    assert "Records by body of law and category" in text


def test_facets_and_search_narrow_it(signed_in):
    text = read(signed_in("vera"), "title=Title+10&search=academy")
    assert "3 of 219 records" in text
    for section in ("347", "349", "350"):
        assert f"/authorities/records/T10-{section}/?on=2027-03-01" in text
    assert 'name="title" value="Title 10"' in text, "a new search keeps the facet"


def test_a_search_that_finds_nothing_leads_back(signed_in):
    assert "No record fits" in read(signed_in("vera"), "search=zeppelin")


def test_standing_is_that_of_the_day(signed_in):
    client = signed_in("vera")
    then = client.get("/authorities/records/?on=2010-01-01&search=2282").content.decode()
    assert "not in force" in then
