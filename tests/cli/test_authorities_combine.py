PACKAGE = (
    "authorities", "combine", "--need", "train:military", "--need", "train:police",
    "--need", "institution-building:ministry", "--partner", "KEN", "--purpose", "counterterrorism",
    "--on", "2027-03-01",
)  # fmt: skip


def test_sets_for_exact_needs(run):
    found = run(*PACKAGE, "--json").json
    first = found["options"][0]
    assert [item["activity"] for item in first["carries"]] == [
        "train",
        "train",
        "institution-building",
    ]
    assert first["longest_wait_days"] >= 15
    assert found["weights"]["authority"] == 4.0


def test_quickest_and_sure_only(run):
    quick = run(*PACKAGE, "--quickest", "--sure-only", "--most", 1, "--json").json
    assert len(quick["options"]) == 1
    assert quick["options"][0]["to_check"] == []


def test_the_terminal(run):
    out = run(*PACKAGE).out
    assert "A package of 3 parts" in out
    assert "Weights are Comity defaults" in out
