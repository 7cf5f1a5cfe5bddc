"""Whatever a stranger hands a reader of US figures, the answer is one sentence about the file."""

from importlib import import_module

import pytest

from comity.terms.errors import FileError

READERS = (
    "atop",
    "bases",
    "construction",
    "exercises",
    "fmtr",
    "foreignassistance",
    "foreignassistance_complete",
    "greenbook",
    "sales_book",
    "state_budget",
    "troops",
    "us_allies",
)
HOSTILE = {
    "empty": b"",
    "zero bytes": b"\0" * 4096,
    "prose": b"Dear Sir or Madam,\nplease find enclosed nothing at all.\n",
    "html": b"<!DOCTYPE html><html><body>404 Not Found</body></html>\n",
    "half a zip": b"PK\x03\x04" + b"\xff" * 300,
    "half a gzip": b"\x1f\x8b\x08\x00" + b"\x01" * 40,
    "half a pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "latin-1": "Länder,Jahr\nÖsterreich,1990\n".encode("latin-1"),
    "one long line": b"a," * 700_000,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_strange_file_is_refused(reader, kind, tmp_path):
    file = tmp_path / "file.csv"
    file.write_bytes(HOSTILE[kind])
    with pytest.raises(FileError, match=r"file\.csv"):
        import_module(f"comity.world.sources.{reader}").parse(file)


@pytest.mark.parametrize("reader", READERS)
def test_nothing_is_refused(reader, tmp_path):
    parse = import_module(f"comity.world.sources.{reader}").parse
    with pytest.raises(FileError):
        parse(tmp_path)
    with pytest.raises(FileError):
        parse(tmp_path / "absent.csv")
