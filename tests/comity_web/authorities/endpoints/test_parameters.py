from comity.authorities.dated import all_parameters


def test_parameters_are_listed_and_told_for_each_day(program):
    vera = program("vera")
    listed = vera.get("/authorities/parameters?limit=1000")["items"]
    assert [one["name"] for one in listed] == list(all_parameters())
    found = vera.get("/authorities/parameters/small-scale-construction?on=2023-06-30&on=2025-06-30")
    # 10 USC 301(8): 1.5 million since December 2019, 2 million since December 2024.
    assert [value["value"] for value in found["on"].values()] == [1_500_000, 2_000_000]
    assert all(value["certainty"] and value["source"] for value in found["history"])


def test_a_day_without_a_recorded_value_is_null_and_an_unknown_name_is_refused(program):
    vera = program("vera")
    found = vera.get("/authorities/parameters/small-scale-construction?on=1970-01-01")
    assert found["on"] == {"1970-01-01": None}
    vera.get("/authorities/parameters/small-construction", 404)
