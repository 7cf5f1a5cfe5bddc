import pytest

from comity.assess.rank_intervals import Uncertainty
from comity.cli.shared_draws import DrawOptions
from comity.methods.weight_noise import WeightNoise
from comity.terms.errors import InputError


def options(**changes) -> DrawOptions:
    fields = {
        "draws": 10,
        "seed": 1,
        "weight_noise": None,
        "dirichlet": None,
        "simplex": False,
        "weights_only": False,
        "scalings": (),
        "means": (),
        "threads": 1,
        "scheduler": None,
    }
    return DrawOptions(**{**fields, **changes})


def test_nothing_said_is_the_comity_default():
    assert options().uncertainty() == Uncertainty()


def test_each_kind_of_noise():
    assert options(weight_noise=0.2).uncertainty().weights == WeightNoise("uniform", 0.2)
    assert options(dirichlet=4).uncertainty().weights == WeightNoise("dirichlet", 4)
    assert options(simplex=True).uncertainty().weights.kind == "simplex"


def test_weights_only_excludes_other_choices():
    only = options(weights_only=True, weight_noise=0.1).uncertainty()
    assert only == Uncertainty.weights_only("uniform", 0.1)
    with pytest.raises(InputError, match="excludes"):
        options(weights_only=True, means=("gmean",)).uncertainty()
