import pytest

from comity.terms.errors import FileError
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import default_model


def test_a_recipe_reads_back_to_the_same_model():
    text = default_model().to_toml()
    assert model_from(text).digest == default_model().digest
    assert model_from(text) is model_from(text)


def test_a_mistake_is_named_with_its_line():
    text = default_model().to_toml().replace("weight = 1.0", "weight = -1.0", 1)
    with pytest.raises(FileError, match=r"my model, line \d+"):
        model_from(text, "my model")
