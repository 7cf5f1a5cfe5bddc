import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from comity.authorities.catalogue import Catalogue, catalogue, read_folder
from comity.authorities.vocabulary import joined_groups, words
from comity.terms.authority import Certainty
from comity.terms.errors import FileError, UnknownName
from tests.authorities.test_record_file import SMALL
from tests.conftest import ROOT

FOLDER = Path(str(files("comity.authorities"))) / "records"
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
SCHEMA = json.loads((FOLDER.parent / "record.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_record_meets_the_schema(name):
    jsonschema.Draft202012Validator(SCHEMA).validate(TABLES[name])


def test_the_schema_refuses_a_wrong_record():
    wrong = TABLES["T10-333"] | {"certainty": "sure"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(wrong)


def test_the_counts_are_those_of_the_research_table_and_one_more():
    """218 rows of the table (95 verified, 45 partly, 78 recalled), and 10 USC 127d of today.

    Read since, and so verified: 127d, 336, 342, 408, FAA 506(a)(3) and 552(c).
    """
    book = catalogue()
    assert len(book) == 219
    assert book.counts("certainty") == {"verified": 101, "recalled": 76, "partly verified": 42}
    assert book.counts("category") == {
        "activity": 65,
        "mission": 54,
        "supporting": 38,
        "restriction": 32,
        "partner": 30,
    }
    assert book.counts("title")["Title 10"] == 94
    assert book.counts("title")["Title 22"] == 68
    assert book.verified_share() == pytest.approx(101 / 219)
    assert sum(book.certainty_shares().values()) == pytest.approx(1)


def test_every_record_in_force_has_a_source_and_a_day_of_the_last_check():
    for record in catalogue().in_force():
        assert record.sources[0].address.startswith(("https://", "http://")), record.id
        assert record.checked.year >= 2026
        if record.certainty is Certainty.VERIFIED:
            assert record.sources[0].kind == "read", record.id


def test_predecessors_and_successors_name_one_another():
    book = catalogue()
    for record in book:
        for other in record.validity.predecessors:
            assert record.id in book[other].validity.successors, (record.id, other)
        for other in record.validity.successors:
            assert record.id in book[other].validity.predecessors, (record.id, other)


def test_the_line_of_section_333_is_one_series():
    """1004, 1033 and 1206 became 2282 and 333 (PL 114-328 s1241(d))."""
    line = [record.id for record in catalogue().lineage("T10-333")]
    assert line == ["NDAA91-1004", "NDAA98-1033", "NDAA06-1206", "T10-2282", "T10-333"]


def test_the_reform_of_2016_moved_what_it_moved():
    """The table of section 4 of the research: sections 301-386 and where they came from."""
    book = catalogue()
    for new, old in (
        ("T10-312", {"T10-1050", "T10-1050a", "T10-1051", "T10-1051a", "T10-168"}),
        ("T10-321", {"T10-2010", "NDAA14-1203"}),
        ("T10-331", {"T10-127d", "NDAA08-1234", "NDAA07-1202"}),
        ("T10-362", {"T10-2249e"}),
    ):
        assert set(book[new].validity.predecessors) == old


def test_words_of_the_records_are_words_of_the_vocabulary():
    families = {"dod", "dhs", "faa", "faa-grant", "aeca", "aeca-aid", "sfops", "no-other-law"}
    for record in catalogue():
        fit, bar = record.fit, record.bar
        if fit is not None:
            assert set(fit.activities) <= {*words("activity"), "any"}, record.id
            assert set(fit.purposes) <= {*words("purpose"), "any"}, record.id
            assert set(fit.recipients) <= set(words("recipient")), record.id
            assert set(fit.aims) <= set(words("aim")), record.id
            assert set(fit.family) <= families, record.id
        if bar is not None:
            assert bar.list_name in {*words("list"), ""}, record.id
            assert set(bar.reaches) | set(bar.through) <= families, record.id
            for other in (*bar.ids, *bar.maybe, *bar.exempt):
                assert other in catalogue(), (record.id, other)


def test_every_group_that_a_record_names_is_one_that_the_world_or_the_words_know():
    known = {"NATO", "MNNA", "AFRICOM", "CENTCOM", "INDOPACOM", *joined_groups()}
    for record in catalogue():
        if record.fit is not None:
            rule = record.fit.partners
            assert {*rule.groups, *rule.otherwise_groups} <= known, record.id


def test_a_record_is_found_by_id_citation_or_section():
    book = catalogue()
    for name in ("T10-333", "t10-333", "10 USC 333", "333", "section 333"):
        assert book[name].id == "T10-333"
    with pytest.raises(UnknownName, match="Did you mean"):
        book["T10-33"]


def test_a_link_to_nothing_is_refused(tmp_path):
    broken = SMALL.replace('begins = "2016"', 'begins = "2016"\npredecessors = ["X-0"]')
    (tmp_path / "X-1.toml").write_text(broken)
    with pytest.raises(FileError, match="X-0"):
        read_folder(tmp_path)


def test_a_file_is_called_after_its_id(tmp_path):
    (tmp_path / "other.toml").write_text(SMALL)
    with pytest.raises(FileError, match=r"Name it X-1\.toml"):
        read_folder(tmp_path)


def test_a_doubled_id_is_refused():
    record = catalogue()["T10-333"]
    with pytest.raises(FileError, match="same id"):
        Catalogue((record, record))


def test_the_explanation_gives_today_s_shares():
    text = (ROOT / "docs" / "explanation" / "authorities.md").read_text("utf-8")
    book = catalogue()
    for name, share in book.certainty_shares().items():
        count = book.counts("certainty")[name]
        assert re.search(rf"\| {name} \| [^|]+ \| {count} \| {100 * share:.1f}% \|", text), name
    for title, count in list(book.counts("title").items())[:2]:
        assert f"{count} of {title}" in text


def test_every_command_is_in_the_reference():
    text = (ROOT / "docs" / "reference" / "authorities.md").read_text("utf-8")
    for path in (ROOT / "src" / "comity" / "cli").glob("authorities_*.py"):
        assert f"comity.cli.{path.stem}:command" in text, path.stem
