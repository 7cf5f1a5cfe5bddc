def test_one_record_by_section_in_text_and_json(run):
    out = run("authorities", "show", "333").out
    assert "T10-333  10 USC 333" in out
    assert "not legal advice" in out
    found = run("authorities", "show", "10 USC 333", "--json").json
    assert found["id"] == "T10-333"
    assert [item["id"] for item in found["lineage"]][-1] == "T10-333"


def test_an_unknown_one_suggests(run):
    answer = run("authorities", "show", "T10-33")
    assert (answer.code, "Did you mean" in answer.said) == (2, True)


def test_the_json_holds_the_amounts_of_the_day(run):
    found = run("authorities", "show", "333", "--on", "2023-06-30", "--json").json
    amounts = {item["name"]: item["on"]["2023-06-30"]["value"] for item in found["parameters"]}
    assert amounts["small-scale-construction"] == 1_500_000
