"""Each specification of a block equals the same model run alone from its formula."""

import numpy as np
import pytest

from comity.evaluate.multiverse import estimate_all
from comity.evaluate.multiverse_block import empty_block, joined, run_block
from comity.evaluate.multiverse_groups import CrossProductStore
from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.evaluate.sample_rules import rows_of_rule
from comity.evaluate.study import Outcome, Treatment
from comity.methods.panel_columns import Table, shifted
from tests.evaluate.small_study import made, planted_table, small_study


def choices(universe, number):
    row = universe.alternatives(np.array([number]))[0]
    return {name: names[at] for (name, names), at in zip(universe.labels.items(), row, strict=True)}


def alone(universe, number):
    """The specification as a formula on its own table."""
    chosen = choices(universe, number)
    table = planted_table()
    lagged = shifted(table, table.numbers("treat"), 1)
    table = Table({**table.columns, "lagged": lagged}, "unit", "year")
    table = table.take(rows_of_rule(universe.study.samples[chosen["sample"]], table))
    treatment = "lagged" if chosen["treatment"].endswith("-1") else "treat"
    terms = [treatment, "confounder"]
    if chosen["moderator"] != "none":
        terms += [chosen["moderator"], f"{treatment}:{chosen['moderator']}"]
    terms += [n.removeprefix("control: ") for n, v in chosen.items() if v == "in"]
    effects = "" if chosen["absorbed"] == "none" else f" | {chosen['absorbed']}"
    found = run_panel(
        table,
        f"{chosen['outcome']} ~ {' + '.join(terms)}{effects}",
        errors=parse_errors(chosen["errors"]),
        weights="" if chosen["weights"] == "none" else chosen["weights"],
        family="poisson" if chosen["estimator"] == "poisson" else "gaussian",
    )
    wanted = chosen["quantity"]
    name = {"treatment": treatment, "interaction": f"{treatment}:{chosen['moderator']}"}[wanted]
    return found[name], found


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"weights": ("none", "w"), "errors": ("unit + year", "iid")},
        {"moderators": ("big",), "quantities": ("treatment", "interaction")},
        {"errors": ("CR3: unit", "HC3"), "samples": {"all": ""}, "options": ()},
        {"outcomes": (Outcome("count"),), "estimators": ("poisson", "ols"), "options": ()},
    ],
)
def test_equal_to_the_model_alone(changes):
    universe, columns = made(small_study(**changes))
    found = estimate_all(universe, columns)
    for number in range(0, len(universe), max(1, len(universe) // 16)):
        row, whole = alone(universe, number)
        assert found.estimate[number] == pytest.approx(row.estimate, abs=1e-10)
        assert found.std_error[number] == pytest.approx(row.std_error, rel=1e-8)
        assert found.p_value[number] == pytest.approx(row.p_value, rel=1e-6, abs=1e-12)
        assert found.low[number] == pytest.approx(row.low, abs=1e-9)
        assert found.nobs[number] == whole.nobs
        assert found.clusters[number] == min(whole.clusters.values(), default=0)


def test_two_stage_specifications():
    study = small_study(
        estimators=("2sls",), instruments=("z",), treatments=(Treatment("treat"),), options=()
    )
    universe, columns = made(study)
    found = estimate_all(universe, columns)
    expected = run_panel(planted_table(), "y ~ confounder | unit + year | treat ~ z")["fit_treat"]
    assert found.estimate[0] == pytest.approx(expected.estimate, abs=1e-10)
    assert found.std_error[0] == pytest.approx(expected.std_error, rel=1e-8)


def test_a_sum_of_coefficients():
    """The association where the moderator is one."""
    study = small_study(
        moderators=("big",), quantities=("treatment + interaction",), absorbed=("none",), options=()
    )
    universe, columns = made(study)
    found = estimate_all(universe, columns)
    table = planted_table()
    flipped = Table({**table.columns, "small": 1 - table.numbers("big")})
    expected = run_panel(
        flipped, "y ~ treat + small + treat:small + confounder", errors=parse_errors("unit")
    )["treat"]
    at = next(n for n in range(len(universe)) if choices(universe, n)["errors"] == "unit")
    assert found.estimate[at] == pytest.approx(expected.estimate, abs=1e-10)
    assert found.std_error[at] == pytest.approx(expected.std_error, rel=1e-8)


def test_what_cannot_be_estimated_is_missing_not_wrong():
    table = planted_table()
    flat = Table({**table.columns, "treat": np.ones(400)}, "unit", "year")
    universe, columns = made(small_study(), flat)
    found = estimate_all(universe, columns)
    absorbed = np.array(
        [choices(universe, n)["absorbed"] == "unit + year" for n in range(len(universe))]
    )
    assert np.isnan(found.estimate[absorbed]).all()
    missing = {"outcomes": (Outcome("count"),), "estimators": ("poisson",), "options": ()}
    universe, columns = made(small_study(**missing), flat)
    assert np.isnan(estimate_all(universe, columns).p_value).any()


def test_blocks_join_in_order():
    universe, columns = made()
    store = CrossProductStore()
    parts = [run_block(universe, columns, np.arange(s, s + 16), store) for s in range(0, 64, 16)]
    whole = run_block(universe, columns, np.arange(64), CrossProductStore())
    assert np.array_equal(joined(parts).specification, whole.specification)
    assert np.allclose(joined(parts).estimate, whole.estimate, rtol=1e-12)
    assert np.isnan(empty_block(np.arange(3)).estimate).all()
