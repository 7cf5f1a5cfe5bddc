"""Models out of saved recipes, read once for each text."""

from hashlib import sha256

from comity.assess.model import PropensityModel
from comity.assess.model_file import parse_model
from comity_web.site.computed import computed


def model_from(recipe: str, name: str = "the recipe") -> PropensityModel:
    """Read a model from TOML.

    Parameters
    ----------
    recipe
        The text.
    name
        What messages call it.

    Raises
    ------
    FileError
        With the line, the field and how to mend it.
    """
    key = ("recipe", sha256(recipe.encode()).hexdigest())
    return computed(key, lambda: PropensityModel(**parse_model(recipe, name)))
