import pytest

from comity.terms.errors import ComityError, FileError, InputError, UnknownName


def test_a_file_error_names_file_line_and_mend():
    refusal = FileError("a.csv", "there is no column 'x'.", line=3, mend="Add it.")
    assert str(refusal) == "a.csv, line 3: there is no column 'x'. Add it."
    assert isinstance(refusal, InputError)
    assert isinstance(refusal, ComityError)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Kenia", "There is no partner called 'Kenia'. Did you mean 'Kenya'?"),
        ("Zzz", "There is no partner called 'Zzz'."),
    ],
)
def test_an_unknown_name_suggests_the_nearest(name, said):
    assert str(UnknownName("partner", name, ["Kenya", "Uganda"])) == said
