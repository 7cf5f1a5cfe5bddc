import pytest

from comity.cli.evaluate_record_export import command
from comity.evaluate.record_file import example_record
from comity.terms.errors import FileError, InputError
from tests.cli.evaluating import run


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "record.toml"
    path.write_text(example_record(), encoding="utf-8")
    return path


def test_word_and_html(record, tmp_path):
    word, page = tmp_path / "r.docx", tmp_path / "r.html"
    shown = run(command, record, "--docx", word, "--html", page, "--as-of", "2026-11-01")
    assert word.read_bytes()[:2] == b"PK"
    assert "radar" in page.read_text(encoding="utf-8")
    assert shown.stderr.count("Wrote") == 2


def test_pdf(record, tmp_path):
    pytest.importorskip("typst")
    path = tmp_path / "r.pdf"
    run(command, record, "--pdf", path, "--paper", "us-letter")
    assert path.read_bytes()[:5] == b"%PDF-"


def test_the_public_version_withholds(record, tmp_path):
    path = tmp_path / "p.html"
    run(command, record, "--public", "--html", path)
    assert "radar" not in path.read_text(encoding="utf-8")


def test_nothing_asked_or_a_wrong_name_is_refused(record, tmp_path):
    with pytest.raises(InputError, match="at least one file"):
        run(command, record)
    with pytest.raises(FileError, match=r"must end in \.docx"):
        run(command, record, "--docx", tmp_path / "r.doc")
