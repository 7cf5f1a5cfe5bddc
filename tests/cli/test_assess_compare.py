def test_two_years(run):
    answer = run("assess", "compare", "--with-year", 2012, "--json")
    assert answer.code == 0, answer.said
    moves = answer.json["moves"]
    assert len(moves) > 150
    assert abs(moves[0]["moved"]) >= abs(moves[-1]["moved"])


def test_dropping_seven_indicators_reports_which_and_how_ranks_moved(run):
    gone = [
        "wgi.rule_of_law", "gapminder.human_development", "unga.us_distance",
        "relationship.sales_5", "gapminder.military_share", "wgi.political_stability",
        "vdem_owid.civil_liberties",
    ]  # fmt: skip
    answer = run("assess", "compare", "--dropping", ",".join(gone), "--json")
    assert answer.code == 0, answer.said
    assert sorted(answer.json["dropped"]) == sorted(gone)
    assert "partners change rank" in answer.said


def test_something_to_compare_with_is_needed(run):
    answer = run("assess", "compare")
    assert answer.code == 2
    assert "--with-year" in answer.said


def test_dropping_a_whole_source(run):
    answer = run("assess", "compare", "--dropping", "wgi", "--json")
    assert answer.code == 0, answer.said
    assert len(answer.json["dropped"]) == 6
    assert all(name.startswith("wgi.") for name in answer.json["dropped"])
