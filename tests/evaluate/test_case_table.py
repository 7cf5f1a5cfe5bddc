import pytest

from comity.evaluate.case_table import read_cases
from comity.terms.errors import FileError, InputError, UnknownName


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "cases.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_names_without_a_heading_and_all_other_columns(table):
    cases = read_cases(table(",A,B,Z\nOria,1,0,1\nBelmar,0,0.3,0\n"), "Z")
    assert cases.names == ("Oria", "Belmar")
    assert cases.conditions == ("A", "B")
    assert cases.sets.tolist() == [[1, 0], [0, 0.3]]
    assert cases.member.tolist() == [1, 0]


def test_names_in_the_first_column_when_it_holds_text(table):
    assert read_cases(table("partner,A,Z\nOria,1,1\nBelmar,0,0\n"), "Z").names == ("Oria", "Belmar")


def test_rows_without_names_go_by_their_line(table):
    cases = read_cases(table("A,B,Z\n1,1,1\n0,0,0\n"), "Z")
    assert cases.names == ("line 2", "line 3")
    assert cases.conditions == ("A", "B")


def test_phases_of_a_case_share_a_cluster_and_description_is_no_condition(table):
    text = (
        "case,phase,start,end,break_reason,money,fit,built\n"
        "Oria,1,1990,1995,,1,0,0\nOria,2,1996,2001,new government,1,1,1\n"
    )
    cases = read_cases(table(text), "built")
    assert cases.names == ("Oria, phase 1", "Oria, phase 2")
    assert cases.clusters == ("Oria", "Oria")
    assert cases.conditions == ("money", "fit")


def test_chosen_conditions_and_the_absent_outcome(table):
    cases = read_cases(table(",A,B,Z\nx,1,0,1\ny,0,1,0\n"), "~Z", ["B"])
    assert cases.conditions == ("B",)
    assert cases.outcome == "~Z"
    assert cases.member.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("cell", "said"),
    [("2", "says '2'"), ("yes", "says 'yes'"), ("", "is empty"), ("-", "says '-'")],
)
def test_a_bad_cell_is_named_with_its_line(table, cell, said):
    path = table(f",A,Z\nx,1,1\ny,{cell},0\n")
    with pytest.raises(FileError, match=f"cases.csv, line 3: the column 'A' {said}") as refusal:
        read_cases(path, "Z")
    assert "Calibrate" in str(refusal.value)


def test_unknown_columns_are_suggested(table):
    path = table(",funding,fit,success\nx,1,1,1\n")
    with pytest.raises(UnknownName, match="'success'"):
        read_cases(path, "succes")
    with pytest.raises(UnknownName, match="'funding'"):
        read_cases(path, "success", ["fundng"])


def test_what_leaves_nothing_to_compare_is_refused(table):
    with pytest.raises(InputError, match="outcome and a condition"):
        read_cases(table(",A,Z\nx,1,1\n"), "Z", ["A", "Z"])
    with pytest.raises(FileError, match="no column left"):
        read_cases(table(",Z\nx,1\n"), "Z")
    with pytest.raises(FileError, match="no cases"):
        read_cases(table(",A,Z\n"), "Z")


def test_another_separator_is_named(table):
    with pytest.raises(FileError, match="separated by ';'"):
        read_cases(table("case;A;Z\nx;1;1\n"), "Z")
