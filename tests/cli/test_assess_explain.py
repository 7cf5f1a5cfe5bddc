import pytest


def test_parts_add_up_and_gaps_are_said(run):
    answer = run("assess", "explain", "Kenya", "--json")
    assert answer.code == 0, answer.said
    found = answer.json
    total = found["baseline"] + sum(line["contribution"] for line in found["lines"])
    assert total == pytest.approx(found["score"], abs=1e-9)
    assert len(found["lines"]) >= 60
    known = [line for line in found["lines"] if line["value"] is not None]
    assert all(line["source"] and line["age"] >= 0 for line in known)


def test_the_table_shows_constructs_and_what_is_missing(run):
    answer = run("assess", "explain", "SOM")
    assert answer.code == 0
    assert "governance:" in answer.said
    assert "its weight goes to the rest of" in answer.said


def test_a_partner_that_is_not_known(run):
    answer = run("assess", "explain", "Kenia")
    assert answer.code == 2
    assert "Did you mean" in answer.said


def test_one_page_for_one_partner(run, tmp_path):
    path = tmp_path / "kenya.html"
    answer = run("assess", "explain", "KEN", "--html", path)
    assert answer.code == 0, answer.said
    page = path.read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert "Rule of law" in page
