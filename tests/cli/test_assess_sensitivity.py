import pytest


def test_the_smallest_swap(run):
    answer = run("assess", "sensitivity", "--swap", "KEN,UGA", "--json")
    assert answer.code == 0, answer.said
    found = answer.json
    assert found["possible"]
    assert 0 < found["moved"] < 1
    assert sum(found["after"].values()) == pytest.approx(1.0)


def test_a_tornado(run):
    answer = run("assess", "sensitivity", "--partner", "KEN", "--tornado", "--json")
    assert answer.code == 0, answer.said
    assert len(answer.json["bars"]) > 60


@pytest.mark.slow
def test_variance_shares(run):
    answer = run("assess", "sensitivity", "--partner", "KEN", "--samples", 64, "--json")
    assert answer.code == 0, answer.said
    assert {row["output"] for row in answer.json["indices"]} == {"KEN", "mean shift of all ranks"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--tornado",), "needs --partner"),
        (("--swap", "KEN"), "takes two partners"),
        (("--swap", "KEN,KEN"), "two different"),
        (("--samples", "100"), "power of two"),
        (("--partner", "KEN", "--tornado", "--swap", "KEN,UGA"), "Choose one"),
    ],
)
def test_bad_requests(run, arguments, said):
    answer = run("assess", "sensitivity", *arguments)
    assert answer.code == 2
    assert said in answer.said


def test_a_page_with_the_chart(run, tmp_path):
    path = tmp_path / "t.html"
    answer = run("assess", "sensitivity", "--partner", "KEN", "--tornado", "--html", path)
    assert answer.code == 0, answer.said
    assert "<svg" in path.read_text(encoding="utf-8")
