from comity.cli.shared_assess import Question, split_list


def test_lists_split_at_semicolons_before_commas():
    assert split_list("KEN, UGA") == ("KEN", "UGA")
    assert split_list("Korea, South; Kenya") == ("Korea, South", "Kenya")
    assert split_list(None) == split_list("") == ()


def test_the_year_left_out_is_the_models_reference_year():
    question = Question("comity-default", None, None, (), (), drop_missing=False, panel_file=None)
    _, _, year = question.load()
    assert year == 2022
