import numpy as np
import pytest

from comity.evaluate.event_estimates import AFTER, EventQuestion
from comity.evaluate.model_dynamic import compare_dynamic
from comity.evaluate.model_events import compare_events
from comity.evaluate.multiverse import estimate_all
from comity.evaluate.specifications import universe_of
from comity.evaluate.study import Outcome, Study, Treatment
from comity.evaluate.study_base import base_model
from comity.evaluate.study_columns import study_columns
from comity.evaluate.treatment_start import treatment_starts
from comity.methods.panel_columns import Table
from comity.terms.errors import RecipeError, UnknownName
from tests.evaluate.small_study import planted_table, small_study


def answers(study: Study, table: Table) -> dict[tuple[str, ...], tuple[float, float, int]]:
    """Estimate, standard error and rows, by the alternatives of every choice with several."""
    universe = universe_of(study)
    block = estimate_all(universe, study_columns(study, table))
    labels = list(universe.labels.values())
    chosen = universe.alternatives(block.specification)
    return {
        tuple(names[at] for names, at in zip(labels, row, strict=True) if len(names) > 1): (
            block.estimate[i],
            block.std_error[i],
            int(block.nobs[i]),
        )
        for i, row in enumerate(chosen)
    }


def moving_panel(units: int = 80, seed: int = 4) -> Table:
    """An outcome that depends on its past by 0.5 and on the treatment by 0.6."""
    draw = np.random.default_rng(seed)
    years = 12
    y, x = np.zeros((units, years + 20)), draw.normal(size=(units, years + 20))
    own = draw.normal(size=units)
    for t in range(1, years + 20):
        y[:, t] = 0.5 * y[:, t - 1] + 0.6 * x[:, t] + own + draw.normal(size=units)
    columns = {
        "unit": np.repeat(np.arange(units), years).astype(float),
        "year": np.tile(np.arange(2000, 2000 + years), units).astype(float),
        "y": y[:, 20:].ravel(),
        "treat": x[:, 20:].ravel(),
    }
    # One year is missing for all, so that a lag must know that 2003 does not follow 2001.
    kept = columns["year"] != 2002
    return Table({k: v[kept] for k, v in columns.items()}, "unit", "year")


def own_study(**changes: object) -> Study:
    plain = {
        "treatments": (Treatment("treat"),),
        "required": (),
        "options": (),
        "absorbed": ("unit + year",),
        "errors": ("unit",),
        "samples": {"all": ""},
    }
    return small_study(**(plain | changes))


def test_dynamic_estimators_answer_as_the_dynamic_command_does():
    table = moving_panel()
    kinds = ("anderson-hsiao", "lsdv", "difference-gmm", "system-gmm")
    found = answers(
        own_study(estimators=kinds, quantities=("treatment", "persistence", "long_run")), table
    )
    direct = compare_dynamic(
        table, "y ~ l(y, 1) + treat", estimators=kinds, predetermined=("treat",), deepest=4
    )
    for name, estimate in zip(kinds, direct.estimates, strict=True):
        row, past = estimate["treat"], estimate["l(y, 1)"]
        assert found[name, "treatment"][:2] == pytest.approx((row.estimate, row.std_error))
        assert found[name, "persistence"][:2] == pytest.approx((past.estimate, past.std_error))
        assert found[name, "treatment"][2] == estimate.nobs
        long_run = found[name, "long_run"][0]
        if name == "lsdv":
            assert np.isnan(long_run)
        else:
            assert long_run == pytest.approx(row.estimate / (1 - past.estimate))


def test_the_long_run_and_its_error_hold_what_was_planted():
    found = answers(
        own_study(estimators=("ols", "system-gmm"), quantities=("treatment", "long_run")),
        moving_panel(units=300),
    )
    estimate, error, _ = found["system-gmm", "long_run"]
    assert abs(estimate - 1.2) < 2 * error < 0.4
    assert np.isnan(found["ols", "long_run"][0])


def test_event_studies_answer_as_the_event_study_command_does():
    table = planted_table()
    unit = np.repeat(np.arange(40), 10)
    start = np.where(unit % 3 == 0, np.inf, 2004 + unit % 4)
    on = (table.numbers("year") >= start).astype(float)
    table = Table({**table.columns, "on": on, "y": table.numbers("y") + on}, "unit", "year")
    kinds = ("two-way", "sun-abraham", "callaway-santanna", "imputation")
    study = own_study(
        treatments=(Treatment("on"),),
        estimators=kinds,
        quantities=("treatment", "after", "since_1", "2*since_1"),
    )
    found = answers(study, table)
    first = treatment_starts(table, treatment="on")
    direct = compare_events(EventQuestion(table, "y", first, draws=199))
    for name, estimate in zip(kinds, direct.estimates, strict=True):
        after, later = estimate[AFTER], estimate["since::1"]
        assert found[name, "after"][:2] == pytest.approx((after.estimate, after.std_error))
        assert found[name, "treatment"] == found[name, "after"]
        assert found[name, "since_1"][:2] == pytest.approx((later.estimate, later.std_error))
        assert found[name, "2*since_1"][1] == pytest.approx(2 * later.std_error)


def test_it_answers_only_where_its_own_effects_and_errors_are_asked_for():
    study = own_study(
        estimators=("system-gmm",),
        absorbed=("unit + year", "unit"),
        errors=("unit", "hetero"),
        moderators=("none", "year"),
    )
    found = answers(study, moving_panel())
    finite = [key for key, (estimate, _, _) in found.items() if np.isfinite(estimate)]
    assert finite == [("unit + year", "unit", "none")]


@pytest.mark.parametrize(
    "change", [{"absorbed": ("unit",)}, {"errors": ("hetero",)}, {"weights": ("w",)}]
)
def test_a_study_in_which_it_could_never_answer_is_refused(change):
    with pytest.raises(RecipeError, match="brings its own effects"):
        own_study(estimators=("ols", "system-gmm"), **change)


def test_a_quantity_with_a_slip_is_refused_at_once():
    with pytest.raises(UnknownName, match="treatmnt"):
        study_columns(own_study(quantities=("treatmnt",)), moving_panel())
    with pytest.raises(UnknownName, match="long_run"):
        study_columns(own_study(quantities=("long_run",)), moving_panel())


def test_the_base_model_of_such_a_study_names_the_command_to_use():
    with pytest.raises(RecipeError, match="evaluate dynamic"):
        base_model(own_study(estimators=("system-gmm", "ols")), moving_panel())


def test_one_that_the_data_do_not_allow_stays_empty():
    """A treatment that is no switch has no start."""
    study = own_study(estimators=("two-way",), outcomes=(Outcome("y"), Outcome("y", 1)))
    assert all(np.isnan(row[0]) for row in answers(study, moving_panel()).values())
