def test_the_reform(run):
    rows = run("authorities", "timeline", "--from", 2016, "--to", 2016, "--json").json["rows"]
    assert sum(row["what"] == "renumbered" for row in rows) >= 26


def test_counts_by_year(run):
    rows = run("authorities", "timeline", "--counts", "--from", 2015, "--to", 2017, "--json").json[
        "rows"
    ]
    assert [row["year"] for row in rows] == [2015, 2016, 2017]
    assert rows[1]["title_10"] > rows[0]["title_10"]


def test_years_outside_are_refused(run):
    assert run("authorities", "timeline", "--from", 1950).code == 2
