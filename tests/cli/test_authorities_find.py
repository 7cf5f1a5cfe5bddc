import csv
import io

ISSUE = (
    "authorities", "find", "--activity", "train", "--purpose", "counterterrorism", "--partner", "KEN",
    "--recipient", "military", "--amount", "5000000", "--on", "2027-03-01",
)  # fmt: skip


def test_the_issue_s_command(run):
    answer = run(*ISSUE, "--json")
    assert answer.code == 0, answer.said
    found = answer.json
    assert found["usable_with_conditions"][0]["id"] == "T10-333"
    assert "not legal advice" in found["disclaimer"]
    assert len(found["all"]) == 219
    by = [
        c["by"] for c in found["usable_with_conditions"][0]["conditions"] if c["kind"] == "notify"
    ]
    assert by == ["2027-02-14"]
    assert any(text.startswith("coup") for text in found["confirm_first"])


def test_the_terminal_says_the_same(run):
    out = run(*ISSUE, "--detail", 1).out
    assert "10 USC 333" in out
    assert "so by 2027-02-14" in out
    assert "NEAREST MISSES" in out


def test_a_file_has_a_row_for_every_record(run):
    answer = run(*ISSUE, "--csv", "-")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert len(rows) == 219
    assert {row["verdict"] for row in rows} <= {
        "usable",
        "usable with conditions",
        "check",
        "not usable",
    }


def test_a_package_brings_sets(run):
    found = run(*ISSUE, "--activity", "equip", "--activity", "exercise", "--json").json
    assert len(found["answers"]) == 3
    assert {"T10-333", "T10-321"} == set(found["combinations"]["options"][0]["authorities"])


def test_mistakes_are_one_sentence_and_exit_2(run):
    for wrong, said in (
        (("--activity", "trian"), "Did you mean 'train'"),
        (("--activity", "train", "--on", "1.3.2027"), "year-month-day"),
        (("--activity", "train", "--purpose", "terror"), "Allowed: counterterrorism"),
        (("--activity", "train", "--partner", "Kenia"), "Kenya"),
        ((), "--activity or --need"),
    ):
        answer = run("authorities", "find", *wrong)
        assert (answer.code, said in answer.said) == (2, True), answer.said


def test_the_answer_is_written_as_one_page(run, tmp_path):
    path = tmp_path / "answer.html"
    answer = run(*ISSUE, "--html", path)
    assert (answer.code, answer.out) == (0, "")
    assert f"Wrote {path}" in answer.said
    html = path.read_text("utf-8")
    assert html.endswith("</html>")
    assert html.count("<article ") == 219
    assert "train for military of Kenya" in html
    assert [p.name for p in tmp_path.iterdir()] == ["answer.html"]


def test_a_package_on_a_page_shows_the_sets_and_json_still_goes_out(run, tmp_path):
    path = tmp_path / "answer.html"
    answer = run(*ISSUE, "--activity", "equip", "--html", path, "--json")
    assert len(answer.json["answers"]) == 2
    assert "Sets of authorities that carry the package" in path.read_text("utf-8")


def test_a_bad_destination_is_refused_before_anything_is_asked(run, tmp_path, monkeypatch):
    def never(*_given, **_named):
        raise AssertionError("the finder was asked")

    monkeypatch.setattr("comity.cli.authorities_find.find", never)
    old = tmp_path / "answer.txt"
    old.write_text("mine", "utf-8")
    for bad, said in (
        (old, "must end in .html"),
        (tmp_path, "this is a folder"),
        (tmp_path / "none" / "a.html", "its folder does not exist"),
    ):
        answer = run(*ISSUE, "--html", bad)
        assert (answer.code, said in answer.said) == (2, True), answer.said
    assert [p.name for p in tmp_path.iterdir()] == ["answer.txt"]
    assert old.read_text("utf-8") == "mine"
