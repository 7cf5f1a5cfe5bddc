import pandas as pd
import pytest

from comity.cli.evaluate_synthetic import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.evaluate.test_model_synthetic import world


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "world.csv"
    pd.DataFrame(dict(world()[0].columns)).to_csv(path, index=False)
    return "--data", path, "--unit", "u", "--period", "t", "--outcome", "y", "--start", 2010


def test_gaps_weights_and_ranks(data):
    found = checked(command, *data, "--treated", "U00")
    assert len(found["tables"]["gaps"]) == 14
    assert found["tables"]["placebo"][0]["unit"] == "U00"
    assert found["estimates"][0]["coefficients"][0]["std_error"] is None
    assert found["estimates"][0]["statistics"]["rank"] == 1
    text = run(command, *data, "--treated", "U00").stdout
    assert "cannot be below 0.045" in text
    assert "effect" not in text.lower()


def test_refusals(data):
    with pytest.raises(ComityError, match="'Atlantis'"):
        run(command, *data, "--treated", "Atlantis")
    with pytest.raises(ComityError, match="'tt'"):
        run(command, *data, "--treated", "U00", "--period", "tt")
