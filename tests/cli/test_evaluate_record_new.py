import pytest

from comity.cli.evaluate_record_new import command
from comity.evaluate.record_file import blank_record, example_record
from comity.terms.errors import FileError
from tests.cli.evaluating import run


def test_a_file_to_fill_in_and_the_example(tmp_path):
    run(command, tmp_path / "a.toml")
    run(command, tmp_path / "b.toml", "--example")
    assert (tmp_path / "a.toml").read_text(encoding="utf-8") == blank_record()
    assert (tmp_path / "b.toml").read_text(encoding="utf-8") == example_record()


def test_an_existing_file_is_left_alone(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("mine")
    with pytest.raises(FileError, match="such a file already"):
        run(command, path)
    assert path.read_text() == "mine"
