from comity_web.assess.cells import plain_cell


def test_missing_is_empty_and_no_text_becomes_a_formula():
    assert [plain_cell(x) for x in (None, float("nan"), 0.0, -1.5)] == ["", "", 0.0, -1.5]
    assert plain_cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert plain_cell("Kenya") == "Kenya"
