import pandas as pd
import pytest

from comity.cli.evaluate_binary import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.evaluate.test_model_binary import wars


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "wars.csv"
    pd.DataFrame(dict(wars(units=60).columns)).to_csv(path, index=False)
    return "--data", path, "--unit", "u", "--period", "t"


def test_three_models(data):
    for model, formula, ratio in (
        ("logit", "war ~ x", "odds_ratio"),
        ("cloglog", "war ~ x", "hazard_ratio"),
        ("conditional", "war ~ x | u", "odds_ratio"),
    ):
        found = checked(command, *data, "--formula", formula, "--model", model)
        assert found["tables"]["ratios"][0][ratio] > 1
        assert found["estimates"][0]["degrees"] is None


def test_recurrence_is_explained(data):
    text = run(command, *data, "--formula", "war ~ x", "--recurrence", "--cluster", "u").stdout
    assert "rows are at risk of recurrence" in text
    assert "since_last^3" in text
    assert "clustered by u (CR1)" in text


def test_refusals(data):
    with pytest.raises(ComityError, match="zeros and ones"):
        run(command, *data, "--formula", "x ~ war")
    with pytest.raises(ComityError, match="one bar"):
        run(command, *data, "--formula", "war ~ x", "--model", "conditional")
