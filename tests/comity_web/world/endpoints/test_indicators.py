import comity
from comity.world.deriving import described_indicators


def test_the_catalogue_is_whole_and_says_what_is_here(program):
    vera = program("vera")
    rows = vera.get("/indicators?limit=1000")["items"]
    assert [one["id"] for one in rows] == sorted(described_indicators())
    here = {one["id"] for one in vera.get("/indicators?here=true&limit=1000")["items"]}
    assert here == set(comity.load_panel().indicators)
    assert all(one["licence_name"] and one["vintage"] for one in rows)


def test_an_indicator_says_what_it_means_and_whose_it_is(program):
    found = program("vera").get("/indicators/wgi.rule_of_law")
    years, _ = comity.load_panel().series("wgi.rule_of_law", "KEN")
    assert (found["first"], found["last"]) == (years[0], years[-1])
    assert (found["publisher"], found["licence_name"], found["error"]) == (
        "World Bank",
        "CC BY 4.0",
        True,
    )


def test_words_and_sources_narrow_the_list(program):
    vera = program("vera")
    assert {one["source"] for one in vera.get("/indicators?source=wgi")["items"]} == {"wgi"}
    found = vera.get("/indicators?search=rule law")["items"]
    assert "wgi.rule_of_law" in {one["id"] for one in found}
    assert vera.get("/indicators?search=zzzz")["total"] == 0


def test_sources_carry_what_was_left_out_when_they_were_read(program):
    vera = program("vera")
    source = vera.get("/sources/wgi")
    assert source["rows"] > 10_000
    assert source["dropped"]
    assert not source["derived"]
    assert vera.get("/sources/alignment")["derived"]
    assert vera.get("/sources?limit=1000")["total"] > 20


def test_unknown_names_are_refused_with_help(program):
    vera = program("vera")
    assert "wgi.rule_of_law" in vera.get("/indicators/wgi.rule_of_lawn", 404)["detail"]
    assert "wgi" in vera.get("/sources/wgii", 404)["detail"]
