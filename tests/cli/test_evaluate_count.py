import pytest

from comity.cli.evaluate_count import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.panel_reference import fixest_results, panel_frame


@pytest.mark.slow
def test_poisson_equals_fixest_and_what_is_left_out_is_said(tmp_path):
    path = tmp_path / "panel.parquet"
    panel_frame().to_parquet(path)
    found = checked(command, "--data", path, "--formula", "n ~ treat + x1 + x2 | unit + year")
    theirs = fixest_results().query("id == 'ppml' and vcov == 'unit'")
    for row, (_, printed) in zip(
        found["estimates"][0]["coefficients"], theirs.iterrows(), strict=True
    ):
        assert row["estimate"] == pytest.approx(printed["estimate"], abs=1e-8)
        assert row["std_error"] == pytest.approx(printed["std_error"], abs=1e-6)
    assert "spread no more than Poisson" in found["notes"][0]
    assert {row["term"] for row in found["tables"]["ratios"]} == {"treat", "x1", "x2"}


def test_refusals(tmp_path):
    path = tmp_path / "panel.csv"
    panel_frame().to_csv(path, index=False)
    with pytest.raises(ComityError, match="'m'"):
        run(command, "--data", path, "--formula", "m ~ treat")
    with pytest.raises(ComityError, match="negative"):
        run(command, "--data", path, "--formula", "y ~ treat")
