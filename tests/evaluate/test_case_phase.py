import pytest

from comity.evaluate.case_phase import check_case_phases, read_case_phases
from comity.terms.errors import FileError, UnknownName
from comity.terms.shortcoming import grave

HEAD = "case,phase,start,end,break_reason,money,built\n"
GOOD = "Oria,1,1990,1995,,0.33,0\nOria,2,1995,2001,new government,1,0.67\n"


@pytest.fixture
def checked(tmp_path):
    def check(text):
        path = tmp_path / "phases.csv"
        path.write_text(HEAD + text, encoding="utf-8")
        return check_case_phases(read_case_phases(path, "built"))

    return check


def codes(found):
    return [one.code for one in found]


def study(phases_of):
    return "".join(
        f"case{i},{p},{1990 + p},{1991 + p},{'shock' if p > 1 else ''},1,0\n"
        for i, n in enumerate(phases_of)
        for p in range(1, n + 1)
    )


def test_a_study_of_29_cases_and_100_phases_passes(checked):
    """29 cases of two to four phases, 100 in all, as in MG-1253/1."""
    sizes = [4] * 14 + [3] * 14 + [2]
    assert sum(sizes) == 100
    assert checked(study(sizes)) == ()


@pytest.mark.parametrize("phases", [1, 5])
def test_one_phase_or_five_fail(checked, phases):
    found = checked(study([2, phases]))
    assert codes(found) == ["P01"]
    assert found[0].where == "case1"
    assert grave(found)


def test_good_phases_have_no_shortcoming(checked):
    assert checked(GOOD) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD.replace("Oria,2", "Oria,3"), "P02"),
        (GOOD.replace("1990,1995", "1996,1990"), "P03"),
        (GOOD.replace("1995,2001", "1993,2001"), "P03"),
        (GOOD.replace("new government", ""), "P04"),
        (GOOD.replace("0.33", ""), "P05"),
    ],
)
def test_each_rule_once(checked, text, code):
    found = checked(text)
    assert codes(found) == [code]
    assert grave(found)


def test_a_code_between_the_steps_is_advice(checked):
    found = checked(GOOD.replace("0.33", "0.4"))
    assert codes(found) == ["P06"]
    assert not grave(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("1990", "soon"), "line 2: the column 'start' says 'soon'"),
        (GOOD.replace("0.33", "7"), "line 2: the column 'money' says '7'"),
        (GOOD.replace("0.33", "much"), "line 2: the column 'money' says 'much'"),
        ("", "no phases"),
    ],
)
def test_what_cannot_be_read_names_its_line(checked, text, said):
    with pytest.raises(FileError, match=said):
        checked(text)


def test_unknown_outcome(tmp_path):
    path = tmp_path / "phases.csv"
    path.write_text(HEAD + GOOD)
    with pytest.raises(UnknownName, match="'built'"):
        read_case_phases(path, "buil")
