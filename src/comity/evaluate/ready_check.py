"""One check of a ready study: headline, every specification, placebo, moderator, verdict."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.evaluate.multiverse import estimate_all, results_of, run_multiverse
from comity.evaluate.multiverse_null import NullTest
from comity.evaluate.panel_checks import Check as Placebo
from comity.evaluate.panel_checks import check_future
from comity.evaluate.ready_recipe import Check
from comity.evaluate.ready_result import AtModerator, Finding, Specification
from comity.evaluate.ready_verdict import Evidence, judge
from comity.evaluate.specifications import Universe, option_label, universe_of
from comity.evaluate.study import NONE, Study, parse_quantity
from comity.evaluate.study_base import base_model
from comity.evaluate.study_columns import StudyColumns, study_columns
from comity.methods.detectable import minimum_detectable
from comity.methods.panel_columns import Table
from comity.methods.spec_curve import summarise_curve
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import ComityError

if TYPE_CHECKING:
    import pandas as pd

_NUMBERS = ("estimate", "std_error", "p_value", "low", "high")
AT_SHARES = (0.1, 0.5, 0.9)
NullRun = Callable[[Universe, StudyColumns], tuple[NullTest, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class CheckWork:
    """A check made ready to run.

    Parameters
    ----------
    check, study, table, columns, universe
        The check, its study, the data, and its specifications.
    """

    check: Check
    study: Study
    table: Table
    columns: StudyColumns
    universe: Universe

    @classmethod
    def of(cls, check: Check, study: Study, table: Table) -> "CheckWork":
        """Compute the columns and number the specifications."""
        return cls(check, study, table, study_columns(study, table), universe_of(study))

    @property
    def linear(self) -> bool:
        """Whether the whole curve can be tested under permutations."""
        return "ols" in self.study.estimators


def run_check(
    work: CheckWork, folder: Path, *, data: str, null: NullRun | None, progress: Callable[[], None]
) -> tuple[Finding, tuple[Specification, ...]]:
    """Run one check.

    Parameters
    ----------
    folder
        Where its specifications are kept; what is there already is not estimated again.
    data
        Digest of the table.
    null
        Tests the whole curve; none where that is not wanted.
    progress
        Called after each block.
    """
    run_multiverse(work.universe, work.columns, folder, data=data, progress=lambda *_: progress())
    found = specifications_of(work, results_of(folder, work.universe))
    headline, degrees = headline_of(work)
    scale = scale_of(work)
    curve = summarise_curve(*_arrays(found))
    tests = null(work.universe, work.columns) if null and work.linear and work.check.permute else ()
    detectable = minimum_detectable(headline.std_error, degrees)
    evidence = Evidence(
        headline.estimate * scale, headline.low * scale, headline.high * scale,
        detectable * scale, curve, tests[1].p_value if tests else float("nan"),
        "log point" if work.study.estimators[0] == "poisson" else "standard deviation",
    )  # fmt: skip
    verdict, why = judge(work.check.expect, evidence)
    check = work.check
    finding = Finding(
        check.id, check.question, check.reading, check.unit, check.expect, check.published,
        verdict, why, headline, scale, detectable, curve, tests, placebo_of(work),
        moderated_of(work),
    )  # fmt: skip
    return finding, found


def _arrays(found: tuple[Specification, ...]) -> tuple[FloatArray, FloatArray, FloatArray]:
    estimate = np.array([s.estimate for s in found])
    error = np.array([s.std_error for s in found])
    with np.errstate(divide="ignore", invalid="ignore"):
        return estimate, estimate / error, np.array([s.p_value for s in found])


def specifications_of(work: CheckWork, frame: "pd.DataFrame") -> tuple[Specification, ...]:
    """Every specification with its settings in words."""
    choices = [name for name in work.universe.labels if not name.startswith("control: ")]
    options = [name for name in work.universe.labels if name.startswith("control: ")]
    return tuple(_specification(work, row, choices, options) for row in frame.to_dict("records"))


def _specification(
    work: CheckWork, row: dict[Any, Any], choices: list[str], options: list[str]
) -> Specification:
    settings = {name: str(row[name]) for name in choices}
    controls = tuple(name.removeprefix("control: ") for name in options if row[name])
    return Specification(
        work.check.id,
        int(row["specification"]),
        settings,
        controls,
        _formula(work.study, settings, controls),
        **{name: float(row[name]) for name in _NUMBERS},
        nobs=int(row["nobs"]),
        clusters=int(row["clusters"]),
    )


def _formula(study: Study, settings: dict[str, str], controls: tuple[str, ...]) -> str:
    """Write the model as a reader would: outcome, treatment, moderator, controls, effects."""
    treatment, moderator = _moved(settings["treatment"]), settings["moderator"]
    terms = [treatment] if moderator == NONE else [f"{treatment} * {moderator}"]
    right = " + ".join([*terms, *study.required, *controls])
    effects = "" if settings["absorbed"] == NONE else f" | {settings['absorbed']}"
    return f"{_moved(settings['outcome'])} ~ {right}{effects}"


def _moved(label: str) -> str:
    """Turn ``y +1`` into ``f(y, 1)`` and ``x -1`` into ``l(x, 1)``, as formulas write them."""
    core, space, periods = label.rpartition(" ")
    if not space or not periods[1:].isdigit() or periods[0] not in "+-":
        return label
    return f"{'f' if periods[0] == '+' else 'l'}({core}, {periods[1:]})"


def headline_of(work: CheckWork) -> tuple[Specification, float]:
    """First alternative of every choice with every control, and its degrees of freedom."""
    return _alone(work.check.id, work.study, work.columns)


def _alone(name: str, study: Study, columns: StudyColumns) -> tuple[Specification, float]:
    every = "; ".join(option_label(group) for group in study.options)
    one = universe_of(study, [{"controls": every}])
    block = estimate_all(one, columns)
    labels = one.labels
    settings = {n: names[0] for n, names in labels.items() if not n.startswith("control: ")}
    controls = tuple(option_label(group) for group in study.options)
    spec = Specification(
        name,
        -1,
        settings,
        controls,
        _formula(study, settings, controls),
        **{name: float(getattr(block, name)[0]) for name in _NUMBERS},
        nobs=int(block.nobs[0]),
        clusters=int(block.clusters[0]),
    )
    return spec, float(block.degrees[0])


def scale_of(work: CheckWork) -> float:
    """From the estimate's unit to standard deviations, on the rows of the headline's sample.

    Standard deviations are within units where the headline absorbs the units, else over all rows;
    a count's outcome stays in log points. An interaction alone is for one standard deviation of
    the moderator as well.
    """
    study, columns = work.study, work.columns
    y, x = columns.values[:, columns.outcomes[0]], columns.values[:, columns.treatments[0]]
    rows = columns.samples[next(iter(study.samples))] & np.isfinite(y) & np.isfinite(x)
    within = study.unit in study.absorbed[0].replace("+", " ").split()
    unit = columns.unit if within else np.zeros_like(columns.unit)
    scale = _spread(x, unit, rows)
    if study.estimators[0] != "poisson":
        scale /= _spread(y, unit, rows)
    if set(parse_quantity(study.quantities[0])) == {"interaction"}:
        moderator = columns.values[:, columns.moderators[0]]
        scale *= float(np.nanstd(moderator[rows]))
    return scale


def _spread(x: FloatArray, unit: np.ndarray[Any, Any], rows: BoolArray) -> float:
    values, codes = x[rows], np.unique(unit[rows], return_inverse=True)[1]
    means = np.bincount(codes, values) / np.bincount(codes)
    return float(np.std(values - means[codes]))


def placebo_of(work: CheckWork) -> Placebo | None:
    """Treatment after the outcome, in the headline's model; none for counts and contrasts."""
    study = work.study
    if study.estimators[0] != "ols" or study.quantities[0] != "treatment":
        return None
    base = base_model(study, work.table)
    ahead = study.outcomes[0].lead + study.treatments[0].lag + 1
    try:
        return check_future(
            base.table, base.formula, study.treatments[0].label, errors=base.errors, lead=ahead
        )
    except (ComityError, np.linalg.LinAlgError):
        return None


def moderated_of(work: CheckWork) -> tuple[AtModerator, ...]:
    """Associations at low, middle and high values of the headline's moderator."""
    study, columns = work.study, work.columns
    if study.moderators[0] == NONE:
        return ()
    moderator = columns.values[:, columns.moderators[0]]
    y, x = columns.values[:, columns.outcomes[0]], columns.values[:, columns.treatments[0]]
    inside = columns.samples[next(iter(study.samples))] & np.isfinite(y + x + moderator)
    known = moderator[inside]
    values = np.quantile(known, AT_SHARES) if len(np.unique(known)) > 2 else np.unique(known)
    return tuple(_at(work, study, float(value), known) for value in values)


def _at(work: CheckWork, study: Study, value: float, known: FloatArray) -> AtModerator:
    sign = "-" if value < 0 else "+"
    quantity = f"treatment {sign} {abs(value):.9f}*interaction"
    spec, _ = _alone(work.check.id, replace(study, quantities=(quantity,)), work.columns)
    share = float((known <= value).mean())
    return AtModerator(
        study.moderators[0], value, share, spec.estimate, spec.low, spec.high, spec.p_value
    )
