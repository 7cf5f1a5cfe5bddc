import pytest

from comity.cli.shared_assess import Question, split_list
from comity.terms.errors import FileError, InputError, UnknownName


def test_lists_split_at_semicolons_before_commas():
    assert split_list("KEN, UGA") == ("KEN", "UGA")
    assert split_list("Korea, South; Kenya") == ("Korea, South", "Kenya")
    assert split_list(None) == split_list("") == ()


def ask(**changes) -> Question:
    fields = {
        "model": "comity-default",
        "year": None,
        "group": None,
        "partners": (),
        "excluded": (),
        "without": (),
        "drop_missing": False,
        "panel_file": None,
    }
    return Question(**{**fields, **changes})


def test_groupings_can_be_left_out():
    scores, _ = ask(group="NATO", excluded=("WB_HIGH_INCOME",)).score()
    assert "TUR" in scores.partners
    assert "NOR" not in scores.partners
    with pytest.raises(InputError, match="leaves no partner"):
        ask(group="NATO", excluded=("NATO",)).score()


def test_the_year_left_out_is_the_models_reference_year():
    question = ask()
    _, _, year = question.load()
    assert year == 2022


GROUPS = """
family = "Ours"
source = "A test"
[groups.LAKES]
title = "Great lakes"
members = ["KEN", "Uganda", "USA"]
[[groups.LAKES.membership]]
members = ["RWA"]
start = 2015
"""


def test_a_grouping_of_the_users_own_by_its_members_of_the_year(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(GROUPS, encoding="utf-8")
    assert ask(group="lakes", groups=path).score()[0].partners == ("KEN", "RWA", "UGA")
    assert ask(group="LAKES", groups=path, year=2014).score()[0].partners == ("KEN", "UGA")
    assert "KEN" not in ask(group="AFRICOM", excluded=("LAKES",), groups=path).score()[0].partners
    assert ask(group="AFRICOM", groups=path).score()[0].group == "AFRICOM"
    with pytest.raises(InputError, match="LAKES"):
        ask(group="LAKS", groups=path).score()


def test_year_zero_is_a_year_and_not_left_out():
    with pytest.raises(InputError, match="The year 0 is outside the panel"):
        ask(year=0).score()


def test_a_series_heeds_partners_and_what_is_left_out():
    scores = ask(partners=("KEN", "TUR"), excluded=("NATO",)).score_years([2019, 2020])
    assert [one.partners for one in scores.values()] == [("KEN",), ("KEN",)]


MODEL = 'name = "m"\n[[construct]]\nid = "a"\nindicator = [{ id = "ID" }]\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (MODEL.replace("ID", "wgi.rule_of_lw"), 4, "Did you mean 'wgi.rule_of_law'"),
        (MODEL.replace("ID", "polity5.polity2"), 4, "comity world import polity5 FILE"),
        (MODEL.replace("ID", "greenbook.economic_total"), 4, "give it a direction"),
        ('name = "m"\n[reference]\nyear = 1800\n' + MODEL[11:], 3, "reference year 1800"),
        ('name = "m"\n[reference]\ngroup = "AFRICA"\n' + MODEL[11:], 3, "'AFRICOM'"),
    ],
)
def test_a_model_that_cannot_be_run_is_named_with_its_line(tmp_path, text, line, says):
    path = tmp_path / "mine.toml"
    path.write_text(text.replace("ID", "wgi.rule_of_law"), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        ask(model=str(path)).score()
    assert says in str(caught.value)
    assert caught.value.line == line


def test_a_mistake_in_an_option_is_not_blamed_on_the_model(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MODEL.replace("ID", "wgi.rule_of_law"), encoding="utf-8")
    with pytest.raises(UnknownName):
        ask(model=str(path), group="AFRCOM").score()


def test_sources_that_the_user_has_not_brought_can_be_left_out(tmp_path):
    path = tmp_path / "mine.toml"
    both = MODEL.replace('{ id = "ID" }', '{ id = "wgi.rule_of_law" }, { id = "polity5.polity2" }')
    path.write_text(both, encoding="utf-8")
    scores, _ = ask(model=str(path), drop_missing=True).score()
    assert scores.provenance.dropped[0].startswith("polity5.polity2 is not in the panel")
