import pytest

from comity.assess.model_lines import blaming, line_naming
from comity.terms.errors import FileError, InputError, RecipeError, UnknownName

TEXT = """name = "m"
[reference]
year = 1800
[[construct]]
id = "a"
indicator = [{ id = "wgi.rule_of_law" }]
[[construct]]
id = "a"
"""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("The construct 'a' appears twice", 8),
        ("The year 1800 is outside", 3),
        ("no values for 1 indicator(s): wgi.rule_of_law.", 6),
        ("There is nothing to find here", None),
        ("There is no 'b' and no 'a'", 8),
    ],
)
def test_the_last_line_that_holds_what_the_message_names(message, line):
    assert line_naming(TEXT, message) == line


@pytest.mark.parametrize("refusal", [RecipeError("'a' is bad."), UnknownName("thing", "a")])
def test_a_users_file_is_named_with_the_line(tmp_path, refusal):
    path = tmp_path / "mine.toml"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(FileError) as caught, blaming(path):
        raise refusal
    assert (caught.value.path, caught.value.line) == (str(path), 8)


def test_a_shipped_model_and_other_mistakes_are_left_as_they_are(tmp_path):
    with pytest.raises(RecipeError), blaming("comity-default"):
        raise RecipeError("no")
    path = tmp_path / "mine.toml"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(InputError, match="the year"), blaming(path):
        raise InputError("the year")
