def test_labels_with_their_certainty_on_the_illustrative_priority(run):
    answer = run("assess", "match", "--year", 2020, "--draws", 100, "--json")
    assert answer.code == 0, answer.said
    rows = answer.json["partners"]
    assert len(rows) > 150
    assert {row["label"] for row in rows} > {"consistent", "review"}
    assert all(0 <= row["certainty"] <= 1 for row in rows)
    assert "ILLUSTRATIVE" in answer.said
    assert "greenbook.security_total" in answer.said


def test_after_fy2020_it_says_what_the_funding_leaves_out(run):
    answer = run("assess", "match", "--year", 2022, "--draws", 0)
    assert answer.code == 0, answer.said
    assert "Foreign Military Financing only" in answer.said
    assert "--all shows them" in answer.said


def test_a_users_own_priority_and_funding(run, tmp_path):
    priority, funding = tmp_path / "p.csv", tmp_path / "f.toml"
    priority.write_text("partner,priority\nKenya,5\nUganda,1\nGhana,3\n", encoding="utf-8")
    funding.write_text("[funding]\nKEN = 0\nUGA = 900\nGHA = 20\n", encoding="utf-8")
    answer = run(
        "assess", "match", "--priority", priority, "--funding", funding, "--draws", 0, "--json"
    )
    assert answer.code == 0, answer.said
    rows = {row["partner"]: row for row in answer.json["partners"]}
    assert set(rows) == {"KEN", "UGA", "GHA"}
    assert rows["KEN"]["funding"] == 0.0
    assert rows["UGA"]["gap"] > 0 > rows["KEN"]["gap"]


def test_bad_figures_name_file_and_line(run, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("partner,priority\nKEN,5\nKEN,1\n", encoding="utf-8")
    answer = run("assess", "match", "--priority", path)
    assert answer.code == 2
    assert "p.csv, line 3" in answer.said


def test_bad_numbers(run):
    for arguments, said in (
        (("--balance", 2), "balance"),
        (("--funding-years", "soon"), "Years are written"),
        (("--funding", "greenbook.fm"), "Did you mean"),
    ):
        answer = run("assess", "match", "--draws", 0, *arguments)
        assert answer.code == 2
        assert said in answer.said


def test_wealthy_partners_who_pay_for_themselves_are_left_out_and_said(run):
    left = run("assess", "match", "--year", 2020, "--draws", 0, "--json")
    whole = run("assess", "match", "--year", 2020, "--draws", 0, "--self-paying", "--json")
    names = [{row["partner"] for row in found.json["partners"]} for found in (left, whole)]
    assert "NOR" not in names[0]
    assert names[0] < names[1]
    assert "--self-paying" in left.said
    assert "ISR" in names[0]  # high income, and funded


def test_the_brief_with_own_priorities(run, tmp_path):
    path = tmp_path / "brief.html"
    answer = run("assess", "match", "--group", "AFRICOM", "--draws", 50, "--html", path)
    assert answer.code == 0, answer.said
    assert "Content-Security-Policy" in path.read_text(encoding="utf-8")
