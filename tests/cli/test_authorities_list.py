def test_filters_narrow_and_say_how_many(run):
    found = run(
        "authorities", "list", "--title", "Title 10", "--category", "mission", "--json"
    ).json
    assert found["records"]
    assert {row["category"] for row in found["records"]} == {"mission"}
    narrow = run(
        "authorities", "list", "--activity", "demining", "--certainty", "verified", "--json"
    )
    assert {row["id"] for row in narrow.json["records"]} == {"T10-407"}


def test_in_force_leaves_out_what_had_ended(run):
    ids = {
        row["id"]
        for row in run("authorities", "list", "--in-force", "2027-01-01", "--json").json["records"]
    }
    assert "T10-333" in ids
    assert "T10-2282" not in ids


def test_counts_show_the_verified_share(run):
    rows = run("authorities", "list", "--count", "--json").json["rows"]
    shares = {(row["by"], row["value"]): row for row in rows}
    assert shares["certainty", "verified"]["records"] == 101
    assert abs(shares["certainty", "verified"]["share"] - 101 / 219) < 1e-9
    assert shares["title", "Title 10"]["records"] == 94


def test_the_page_is_written_whole(run, tmp_path):
    path = tmp_path / "authorities.html"
    answer = run("authorities", "list", "--html", path)
    assert (answer.code, "Wrote" in answer.said) == (0, True)
    assert path.read_text("utf-8").endswith("</html>")
    wrong = run("authorities", "list", "--html", tmp_path / "authorities.txt")
    assert (wrong.code, "must end in .html" in wrong.said) == (2, True)


def test_wrong_words_list_what_is_known(run):
    answer = run("authorities", "list", "--category", "misson")
    assert (answer.code, "Known: activity" in answer.said) == (2, True)


def test_facets_of_what_is_listed(run):
    found = run("authorities", "list", "--activity", "demining", "--facets", "--json").json[
        "facets"
    ]
    titles = next(facet for facet in found if facet["name"] == "title")
    assert {c["value"]: c["count"] for c in titles["choices"]}["Title 10"] == 1


def test_search_and_a_word_that_there_is_not(run):
    rows = run("authorities", "list", "--search", "small craft", "--json").json["records"]
    assert [row["id"] for row in rows] == ["T10-352"]
    answer = run("authorities", "list", "--recipient", "polise")
    assert (answer.code, "police" in answer.said) == (2, True)
