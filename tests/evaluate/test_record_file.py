import pytest

from comity.evaluate.record_file import blank_record, example_record, parse_record, read_record
from comity.terms.errors import FileError
from comity.terms.evaluation import Answer, Level


def test_the_example_is_read_whole():
    record = parse_record(example_record())
    assert len(record.findings) == 7
    assert record.findings[2].level is Level.PROCESS
    assert record.findings[2].answer is Answer.NO
    assert record.findings[2].evidence == ("E3",)
    assert len(record.public_summary.redactions) == 3
    assert record.completed.isoformat() == "2026-06-30"


def test_the_blank_record_can_be_read():
    assert parse_record(blank_record()).completed is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("period =", "perid =", "perid: there is no such field"),
        ("period =", "perid =", "period: it is missing"),
        ('level = "process"', 'level = "proces"', "finding F3, level: input should be"),
        ('id = "R2"', 'id = "R2"\ncost = 3', "recommendation R2, cost: there is no such field"),
        ("due = 2026-10-31", 'due = "soon"', "recommendation R1, due"),
        ('item = "E7"', 'itm = "E7"', "public_summary, redaction 1, item: it is missing"),
        ("took_part = true", 'took_part = "perhaps"', "evaluator 4, took_part"),
    ],
)
def test_a_wrong_field_is_named(old, new, said):
    text = example_record()
    assert old in text
    with pytest.raises(FileError) as refusal:
        parse_record(text.replace(old, new, 1), "ev.toml")
    assert str(refusal.value).startswith("ev.toml: ")
    assert said in str(refusal.value)


def test_many_wrong_fields_are_counted():
    text = example_record().replace("confidence =", "sure =")
    with pytest.raises(FileError, match="And 2 more"):
        parse_record(text)


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"a = [", "not valid TOML"), (b"\xff\xfe\x00", "not UTF-8"), (b"", "missing")],
)
def test_what_is_no_record_is_refused(tmp_path, raw, said):
    path = tmp_path / "ev.toml"
    path.write_bytes(raw)
    with pytest.raises(FileError, match=said):
        read_record(path)


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_record(tmp_path / "no.toml")
    with pytest.raises(FileError, match="cannot be opened"):
        read_record(tmp_path)


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "ev.toml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(FileError, match="more than 5,000,000 bytes"):
        read_record(path)
