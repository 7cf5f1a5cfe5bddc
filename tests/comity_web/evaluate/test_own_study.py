import pytest

from comity.terms.errors import FileError, InputError, UnknownName
from comity_web.evaluate.own_study import own_study
from tests.comity_web.evaluate.made_runs import ROWS
from tests.comity_web.evaluate.own_text import ON_PANEL, ON_TABLE


@pytest.fixture
def read(tmp_path):
    """Read a study's text, on the table of the tests or on the panel."""

    def reading(text, rows=ROWS):
        place = tmp_path / "kept.toml"
        place.write_text(text, encoding="utf-8")
        data = None
        if rows is not None:
            data = tmp_path / "kept.csv"
            data.write_text(rows, encoding="utf-8")
        return own_study(place, shown="mine.toml", data=data, called="panel.csv" if data else "")

    return reading


def test_a_table_of_somebodys_own_is_read_under_its_own_names(read):
    found = read(ON_TABLE)
    assert found.specifications == 4
    assert found.measured == "the uploaded table panel.csv"
    assert set(found.table.column("partner")) == {f"U{i}" for i in range(1, 9)}
    assert found.ready.check[0].expect == "described"


def test_the_panel_is_read_with_its_sources(read):
    found = read(ON_PANEL, rows=None)
    assert {need.indicator for need in found.needs} == {
        "vdem.liberal_democracy",
        "greenbook.security_total",
    }
    assert all(need.publisher and need.vintage for need in found.needs)


@pytest.mark.parametrize(
    ("text", "rows", "kind", "words"),
    [
        ("name =", ROWS, FileError, "mine.toml: it is no TOML"),
        (ON_TABLE.replace('column = "x"', 'column = "z"'), ROWS, UnknownName, "'z'"),
        (ON_TABLE, None, InputError, "choose the uploaded table"),
        (ON_PANEL, ROWS, InputError, "takes no uploaded table"),
        (ON_TABLE, "unit,unit\nA,1\n", FileError, "panel.csv"),
        (f'specifications = "own.csv"\n{ON_TABLE}', ROWS, InputError, "all combinations"),
        (
            ON_TABLE.replace("optional = []", f"optional = {[f'x^{i}' for i in range(2, 18)]}"),
            ROWS,
            InputError,
            "20,000 at most",
        ),
    ],
)
def test_what_cannot_be_run_is_refused_by_the_names_that_people_gave(
    read, tmp_path, text, rows, kind, words
):
    with pytest.raises(kind, match=words) as refusal:
        read(text, rows)
    assert str(tmp_path) not in str(refusal.value)


def test_a_claim_of_random_assignment_is_passed_on_and_not_believed(read):
    found = read(ON_TABLE.replace("[model]", "[model]\nrandomised = true"))
    assert any("Comity did not see how" in line for line in found.ready.limits)
