def test_the_construction_threshold_in_2023_and_in_2025(run):
    found = run("authorities", "parameter", "small-scale-construction", "--on", "2023-06-30",
                "--on", "2025-06-30", "--json").json  # fmt: skip
    assert [row["value"] for row in found["rows"]] == [1_500_000, 2_000_000]
    assert {row["certainty"] for row in found["rows"]} == {"verified"}


def test_history_and_list(run):
    assert (
        len(run("authorities", "parameter", "small-scale-construction", "--json").json["rows"]) == 3
    )
    rows = run("authorities", "parameter", "--json").json["rows"]
    assert len(rows) > 100
    assert not [row["title"] for row in rows if "{" in row["title"]]


def test_a_day_without_a_value_and_an_unknown_name(run):
    answer = run("authorities", "parameter", "small-scale-construction", "--on", "2010-01-01")
    assert (answer.code, "Recorded: 750,000" in answer.said) == (2, True)
    answer = run("authorities", "parameter", "smal-scale-construction")
    assert (answer.code, "small-scale-construction" in answer.said) == (2, True)


def test_a_day_before_the_oldest_text_is_not_known(run):
    found = run("authorities", "parameter", "FAA-614.cap", "--on", "1975-06-01", "--on",
                "2025-06-01", "--json").json  # fmt: skip
    assert [row["certainty"] for row in found["rows"]] == ["unknown", "verified"]
    assert found["rows"][0]["from"] is None
