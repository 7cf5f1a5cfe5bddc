from dataclasses import replace

import numpy as np
import pytest

from comity.methods.rank_problem import Variant
from comity.terms.errors import RecipeError
from tests.methods.trees import matrix, problem


def test_size_is_the_number_of_units():
    assert problem(matrix(n=7)).size == 7


def test_probabilities_must_add_up_to_one():
    with pytest.raises(RecipeError, match="add to one"):
        replace(problem(), probability=np.array([0.4]))


def test_at_least_one_variant():
    with pytest.raises(RecipeError, match="at least one"):
        replace(problem(), variants=(), probability=np.array([]))


def test_unknown_means_are_refused():
    with pytest.raises(RecipeError, match="median"):
        Variant("x", matrix(), ("median", "arithmetic"))
