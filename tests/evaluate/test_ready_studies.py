"""Planted truths are found, nothing is found where nothing is, and a run can be stopped."""

import tomllib

import numpy as np
import pytest
from pydantic import TypeAdapter
from scipy.stats import kstest

from comity.evaluate.multiverse_null import null_tests
from comity.evaluate.ready_check import CheckWork, headline_of
from comity.evaluate.ready_recipe import ReadyStudy, get_ready
from comity.evaluate.ready_result import Verdict
from comity.evaluate.ready_studies import (
    StudyStopped,
    list_ready_studies,
    run_on_table,
    run_ready_study,
)
from comity.terms.errors import FileError
from comity.world.load import load_panel
from tests.evaluate.planted import africa_panel, fragility_panel, shuffled

pytestmark = pytest.mark.slow  # whole studies

SMALL = """
id = "small"
title = "Small"
question = "Is it so?"
design = "None."
limits = ["Invented."]
[frame]
years = [1965, 2014]
[study.outcome]
column = "civil_war"
lead = [1, 2]
[study.treatment]
column = "sc_head"
transform = ["log1p", "asinh"]
[study.controls]
optional = ["log_gdp"]
[study.model]
absorb = "partner + year"
errors = "partner"
[[variant]]
id = "only"
title = "the one"
[[check]]
id = "one"
question = "More war?"
expect = "more"
[[check]]
id = "never"
question = "Fewer comets?"
expect = "less"
needs = ["comets"]
"""


def small_study() -> ReadyStudy:
    return TypeAdapter(ReadyStudy).validate_python(tomllib.loads(SMALL))


@pytest.fixture(scope="module")
def fragility():
    study = get_ready("fragility")
    return run_on_table(study, study.variant[0], fragility_panel(), permutations=39, most=8)


def test_planted_signs_and_orders_are_recovered(fragility):
    """Concave, none of financing, more where democratic, none in the most fragile."""
    verdicts = {one.id: one.verdict for one in fragility.findings}
    for name in ("average", "concave", "democracy", "by-fragility", "most-fragile", "education",
                 "financing"):  # fmt: skip
        assert verdicts[name] is Verdict.AGREE, (name, fragility.finding(name).why)
    low, middle, high = fragility.finding("democracy").moderated
    assert high.estimate < middle.estimate < low.estimate
    assert abs(fragility.finding("most-fragile").headline.estimate) < 0.5 * abs(
        fragility.finding("average").headline.estimate
    )
    education = fragility.finding("education-alone").headline.estimate
    financing = fragility.finding("financing").headline.estimate
    assert education < financing - 0.1


def test_what_was_not_planted_is_not_found(fragility):
    for name in ("institutions", "law-enforcement", "corruption"):
        assert fragility.finding(name).verdict is Verdict.CANNOT_SAY, name


def test_shuffled_treatments_are_significant_as_rarely_as_chance_has_it():
    """Four claims, thirty shuffles: 6 in 120 expected, more than 15 has a chance below 0.001."""
    study = get_ready("fragility")
    checks = {one.id: one for one in study.check}
    whole, hits = fragility_panel(units=120), 0
    names = ("sc", "sc_head", "sc_low", "sc_high", "education")
    for seed in range(30):
        table = shuffled(whole, names, seed=seed)
        for name in ("average", "concave", "democracy", "education"):
            work = CheckWork.of(checks[name], study.of_check(checks[name]), table)
            hits += headline_of(work)[0].p_value < 0.05
    assert hits <= 15


def test_p_values_over_the_multiverse_are_uniform_where_nothing_is():
    study = get_ready("fragility")
    whole = fragility_panel(units=60)
    found = []
    for seed in range(60):
        table = shuffled(whole, ("sc", "sc_head"), seed=seed)
        work = CheckWork.of(study.check[0], study.of_check(study.check[0]), table)
        tests = null_tests(work.universe, work.columns, permutations=39, most=6, seed=seed)
        found.append(tests[2].p_value)
    assert kstest(found, "uniform").pvalue > 0.01
    assert np.mean(np.array(found) <= 0.1) < 0.25


def test_planted_truths_of_africa():
    """More in the early period, none later, less beside peacekeepers."""
    study = get_ready("africa")
    result = run_on_table(study, study.variant[1], africa_panel(), permutations=39, most=8)
    verdicts = {one.id: one.verdict for one in result.findings}
    assert verdicts["cold-war"] is Verdict.AGREE
    assert verdicts["after"] is Verdict.AGREE
    assert verdicts["peacekeeping-recurrence"] is Verdict.AGREE
    assert verdicts["peacekeeping-repression"] is Verdict.AGREE
    assert verdicts["peacekeeping-terrorism"] is Verdict.NOT_RUN
    without, beside = result.finding("peacekeeping-war").moderated
    assert beside.high < without.low
    assert result.finding("period").headline.high < 0


def test_the_list_says_what_runs_and_what_is_missing():
    entries = {one.id: one for one in list_ready_studies(load_panel(imports=False))}
    assert {one.runs for one in entries.values()} == {"embedded"}
    missing = {need.indicator for need in entries["fragile-states"].missing}
    assert missing == {"sfi.total", "coups.all"}
    assert entries["training-allocation"].missing == ()
    assert entries["africa"].to_dict()["variants"]["embedded"].startswith("repression")


def test_a_study_runs_out_of_the_box_and_tells_what_it_does():
    told = []
    result = run_ready_study(
        "africa", panel=load_panel(imports=False), permutations=2, most=4, progress=told.append
    )
    assert told[-1].done == told[-1].total
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert result.variant == "embedded"
    assert result.finding("cold-war").headline.nobs > 1_000
    assert result.years == (1960, 2019)
    assert all(need.here or need.optional for need in result.needs)


def test_a_stopped_run_goes_on_and_ends_the_same(tmp_path):
    study, table = small_study(), africa_panel(units=20)
    steps = []

    def stop():
        return len(steps) > 5

    with pytest.raises(StudyStopped, match="was stopped after"):
        run_on_table(
            study, study.variant[0], table, folder=tmp_path, permutations=9,
            progress=steps.append, stop=stop,
        )  # fmt: skip
    again = run_on_table(study, study.variant[0], table, folder=tmp_path, permutations=9)
    fresh = run_on_table(study, study.variant[0], table, permutations=9)
    assert again == fresh
    steps.clear()
    run_on_table(
        study, study.variant[0], table, folder=tmp_path, permutations=9, progress=steps.append
    )
    assert [one.doing for one in steps] == ["estimators side by side"]
    assert again.finding("never").verdict is Verdict.NOT_RUN
    with pytest.raises(FileError, match="other data"):
        run_on_table(study, study.variant[0], africa_panel(units=21), folder=tmp_path)


def test_counts_are_run_too():
    result = run_ready_study("training-allocation", panel=load_panel(imports=False))
    need = result.finding("need")
    assert need.null == ()
    assert need.headline.settings["estimator"] == "poisson"
    assert need.headline.nobs > 2_000
