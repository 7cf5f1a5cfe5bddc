import pytest

from comity.evaluate.focused_comparison import blank_comparison, read_comparison
from comity.terms.errors import FileError, InputError, UnknownName
from comity.terms.shortcoming import grave

HEAD = "case,dimension,rating,confidence,evidence,source\n"
SOURCED = "high,Seen in the field,Report 1"
RATED = (
    f"Oria,bond,2,{SOURCED}\nOria,legitimacy,1,{SOURCED}\n"
    f"Belmar,bond,-1,{SOURCED}\nBelmar,legitimacy,-2,{SOURCED}\n"
)


@pytest.fixture
def compared(tmp_path):
    def compare(text, outcome="legitimacy"):
        path = tmp_path / "ratings.csv"
        path.write_text(HEAD + text, encoding="utf-8")
        return read_comparison(path, outcome)

    return compare


def verdict(found):
    return {p.dimension: (p.verdict, p.deviant) for p in found.patterns}


def test_a_dimension_that_lies_beside_the_outcome(compared):
    found = compared(RATED)
    assert verdict(found) == {"bond": ("goes with", ())}
    assert found.share_unknown == 0
    assert found.shortcomings() == ()


def test_a_dimension_that_lies_against_it(compared):
    text = RATED.replace("bond,2", "bond,-2").replace("bond,-1", "bond,1")
    assert verdict(compared(text)) == {"bond": ("goes against", ())}


def test_the_deviant_case_is_named(compared):
    text = RATED + f"Tasca,bond,1,{SOURCED}\nTasca,legitimacy,-1,{SOURCED}\n"
    assert verdict(compared(text)) == {"bond": ("mixed", ("Tasca",))}


def test_unknown_is_shown_as_unknown_and_never_counted(compared):
    found = compared(RATED.replace(f"bond,-1,{SOURCED}", "bond,unknown,,,"))
    assert verdict(found) == {"bond": ("too little known", ())}
    assert found.to_dict()["patterns"][0]["ratings"] == {"Oria": 2, "Belmar": "unknown"}
    assert found.to_rows()[0]["Belmar"] == "unknown"
    assert found.share_unknown == 0.25


def test_a_cell_that_is_not_in_the_file_is_unknown(compared):
    found = compared(RATED + "Oria,shock,,,,\n")
    assert found.share_unknown == pytest.approx(2 / 6)


def test_no_variation_shows_nothing(compared):
    assert verdict(compared(RATED.replace("bond,-1", "bond,2"))) == {"bond": ("no variation", ())}


def test_a_rating_needs_evidence_source_and_confidence(compared):
    found = compared(RATED.replace(f"bond,2,{SOURCED}", "bond,2,high,,")).shortcomings()
    assert [one.code for one in found] == ["C01"]
    assert "evidence or source" in found[0].message
    assert grave(found)


def test_much_unknown_is_said(compared):
    text = "Oria,bond,,,,\nOria,legitimacy,,,,\nBelmar,bond,,,,\nBelmar,legitimacy,,,,\n"
    assert [one.code for one in compared(text).shortcomings()] == ["C02"]


def test_seven_cases_are_too_many(compared):
    text = "".join(f"c{i},legitimacy,1,{SOURCED}\n" for i in range(7))
    with pytest.raises(InputError, match="6 or fewer"):
        compared(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Oria,bond,3,{SOURCED}\n", "line 2: the rating is '3'"),
        ("Oria,bond,1,sure,e,s\n", "the confidence is 'sure'"),
        (f"Oria,bond,1,{SOURCED}\nOria,bond,1,{SOURCED}\n", "line 3: Oria, bond is there twice"),
        ("", "no ratings"),
    ],
)
def test_what_cannot_be_read_names_its_line(compared, text, said):
    with pytest.raises(FileError, match=said):
        compared(text)


def test_unknown_outcome(compared):
    with pytest.raises(UnknownName, match="legitimacy"):
        compared(RATED, "legitmacy")


def test_a_blank_table_asks_every_case_the_same(tmp_path):
    rows = blank_comparison(["Oria", "Belmar"])
    assert len(rows) == 2 * 13
    assert {row["rating"] for row in rows} == {""}
    assert all(row["question"].endswith("?") for row in rows)
    with pytest.raises(InputError, match="2 to 6"):
        blank_comparison(["one"])
