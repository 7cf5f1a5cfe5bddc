import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.terms.errors import FileError
from comity_web.evaluate import upload
from comity_web.evaluate.upload import clean_name, read_upload, reading, table_in


def test_a_table_is_read_by_the_librarys_reader():
    found = read_upload(SimpleUploadedFile("panel.csv", b"\xef\xbb\xbfy,x\n1,2\n3,\n"))
    assert (found.name, found.rows, found.columns) == ("panel.csv", 2, ("y", "x"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "panel.csv: the file is empty"),
        (b"y,y\n1,2\n", "panel.csv, line 1: the header names y twice"),
        (b"y,x\n1,2\n1,2,3\n", "line 3"),
        (b"y,x\n", "no rows"),
        (b"\x00\xff\xfe", "panel.csv"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence_with_its_name(content, words):
    with pytest.raises(FileError, match=words) as refusal:
        table_in("panel.csv", content)
    assert "/" not in str(refusal.value)


def test_bounds(monkeypatch):
    monkeypatch.setattr(upload, "MOST_BYTES", 5)
    with pytest.raises(FileError, match="is the most"):
        read_upload(SimpleUploadedFile("panel.csv", b"y,x\n1,2\n"))
    monkeypatch.setattr(upload, "MOST_ROWS", 1)
    with pytest.raises(FileError, match="2 rows"):
        table_in("panel.csv", b"y,x\n1,2\n3,4\n")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\data\my panel.csv", "my panel.csv"),
        ('a"b;c\n.csv', "a_b_c_.csv"),
        ("...", "table.csv"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_a_name_can_do_no_harm(given, kept):
    assert clean_name(given) == kept


def test_a_file_is_gone_once_it_was_read():
    with reading("panel.csv", b"y\n1\n") as path:
        assert path.read_bytes() == b"y\n1\n"
    assert not path.exists()
