import pytest

from comity.assess.model import PropensityModel
from comity.terms.errors import FileError

GOOD = """\
name = "mine"

[scaling]
method = "minmax"
lower = 1
upper = 100

[[construct]]
id = "governance"
weight = 2
indicator = [
    { id = "wgi.rule_of_law", weight = 1.0 },
    { id = "wgi.voice_accountability", direction = "higher" },
]
"""


def load(tmp_path, text: str) -> PropensityModel:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return PropensityModel.load(path)


def test_a_short_file_gets_comity_defaults_for_the_rest(tmp_path):
    model = load(tmp_path, GOOD)
    assert model.indicators == ("wgi.rule_of_law", "wgi.voice_accountability")
    assert model.scaling.method == "minmax"
    assert model.missing.max_age == 5
    assert model.status == "User's model"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("weight = 1.0", "weight = -1.0", 12, "weight must be greater than or equal to 0 and is"),
        ("weight = 2", "wieght = 2", 10, "unknown field 'wieght'"),
        ('id = "governance"', 'title = "G"', None, "lacks the field 'id'"),
        ('direction = "higher"', 'direction = "up"', 13, "direction must be 'higher' or 'lower'"),
        ("lower = 1", "low = 1", None, "has no parameter 'low'"),
        ('method = "minmax"', 'method = "minimax"', 4, "no scaling 'minimax'"),
        ('name = "mine"', "name = mine", 1, "is not valid TOML"),
        ("weight = 1.0 }", 'weight = 1.0, transform = "cube" }', None, "log1p"),
        ("weight = 1.0 }", 'weight = 1.0, scaling = { method = "target" } }', None, "needs"),
        (
            'id = "wgi.voice_accountability", direction = "higher"',
            'id = "wgi.rule_of_law"',
            13,
            "appears twice",
        ),
    ],
)
def test_every_mistake_is_named_with_its_place(tmp_path, old, new, line, said):
    with pytest.raises(FileError) as refusal:
        load(tmp_path, GOOD.replace(old, new))
    assert said in str(refusal.value)
    assert "mine.toml" in str(refusal.value)
    if line is not None:
        assert refusal.value.line == line


def test_a_file_that_is_not_text_or_not_there(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"name = '\xe9'")
    with pytest.raises(FileError, match="UTF-8"):
        PropensityModel.load(path)
    with pytest.raises(FileError, match="cannot be read"):
        PropensityModel.load(tmp_path / "absent.toml")


OVERRIDE = """
[[override]]
partner = "Kenya"
indicator = "wgi.rule_of_law"
value = 1.5
reason = "Our own reading."
"""


def test_an_override_names_its_partner_in_any_way_and_counts(tmp_path):
    model = load(tmp_path, GOOD + OVERRIDE)
    assert model.overrides[0].partner == "KEN"
    with pytest.raises(FileError, match="no partner called 'Kenia'") as refusal:
        load(tmp_path, GOOD + OVERRIDE.replace("Kenya", "Kenia"))
    assert refusal.value.line == GOOD.count("\n") + 3
