from comity.reports.figure import listed


def test_names_as_a_sentence_has_them():
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"], most=2) == "A, B and 2 more"
