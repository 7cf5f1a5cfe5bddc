"""One estimate of what followed the start of treatment, in each of four ways."""

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term
from comity.evaluate.panel_run import few_clusters
from comity.evaluate.study_data import edition
from comity.methods.event_study import fit_event_study
from comity.methods.group_time import GroupTime, group_time
from comity.methods.group_time_average import average_cells
from comity.methods.panel_columns import Table, codes
from comity.methods.panel_vcov import cluster_covariance
from comity.methods.staggered import impute_staggered
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.provenance import Provenance

AFTER = "after the start"
INFINITE = float("inf")


@dataclass(frozen=True, slots=True, eq=False)
class EventQuestion:
    """What is asked of a panel whose units start at different times.

    Parameters
    ----------
    table
        With unit and period named.
    outcome
        Column.
    first
        First treated period of the row's unit; NaN for never ``(n,)``.
    covariates
        Columns whose values before the start allow for other changes; controls in regressions.
    control
        ``never`` or ``not-yet`` treated units, for Callaway and Sant'Anna.
    base
        ``universal`` or ``varying``, see ``group_time``.
    cluster
        Column that is constant within units; the unit when empty.
    draws, seed
        Of resampling.
    """

    table: Table
    outcome: str
    first: FloatArray
    covariates: tuple[str, ...] = ()
    control: str = "never"
    base: str = "universal"
    cluster: str = ""
    draws: int = 999
    seed: int = 1

    @property
    def clusters(self) -> str:
        """Clustering column."""
        return self.cluster or self.table.unit

    def complete(self) -> BoolArray:
        """Rows with everything that is asked for ``(n,)``."""
        values = [self.table.numbers(name) for name in (self.outcome, *self.covariates)]
        rows = np.isfinite(np.stack([*values, self.table.numbers(self.table.period)])).all(axis=0)
        for name in (self.table.unit, self.clusters):
            rows &= codes(self.table.column(name)) >= 0
        if not rows.any():
            raise DataMissing("No row has the outcome, every covariate, the unit and the period.")
        return np.asarray(rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Path:
    """Estimates by time since the start with their covariance, and the average after it."""

    times: FloatArray
    estimate: FloatArray
    covariance: FloatArray
    after: tuple[float, float]


def regression_path(question: EventQuestion, *, interacted: bool) -> Estimate:
    """Two-way regression on time since the start, for all alike or for each group of starters."""
    study = fit_event_study(
        question.table,
        question.outcome,
        question.first,
        interacted=interacted,
        controls=question.covariates,
        clusters=(question.clusters,),
    )
    found = cluster_covariance(study.fit.parts, study.fit.design.clusters)
    estimate, covariance = study.path(found.matrix)
    later = (study.times >= 0) / max((study.times >= 0).sum(), 1)
    after = (float(later @ estimate), float(np.sqrt(later @ covariance @ later)))
    return _estimate(
        question,
        "Sun and Abraham" if interacted else "two-way fixed effects",
        _Path(study.times, estimate, covariance, after),
        nobs=study.fit.nobs,
        errors=found.description,
        small_sample=found.small_sample,
        degrees=found.degrees,
        clusters=found.clusters,
        notes=study.notes,
        dropped=study.fit.dropped,
    )


def group_time_path(question: EventQuestion) -> Estimate:
    """Callaway and Sant'Anna's averages by time since the start."""
    rows = question.complete()
    table = question.table.take(rows)
    unit = codes(table.column(table.unit))
    extra = np.column_stack(
        [table.numbers(name) for name in question.covariates] or [np.zeros(len(table))]
    )
    cells = group_time(
        table.numbers(question.outcome),
        unit,
        table.numbers(table.period),
        question.first[rows],
        covariates=extra if question.covariates else None,
        control=question.control,
        base=question.base,
    )
    clusters = _clusters_of(question, table, unit, question.first[rows])
    found = average_cells(
        cells, "event", clusters=clusters, draws=question.draws, seed=question.seed
    )
    path = _Path(found.at, found.estimate, found.covariance, (found.overall, found.overall_error))
    notes = [f"Compared with units {question.control} treated; {question.base} base period."]
    if cells.left_out:
        notes.append(f"{cells.left_out} units are treated from the first period on; left out.")
    if np.isfinite(found.critical):
        notes.append(
            f"A band for all times at once reaches {found.critical:.2f} standard errors (95 %)."
        )
    return _estimate(
        question,
        "Callaway and Sant'Anna",
        path,
        nobs=int(rows.sum()),
        errors=f"clustered by {question.clusters}, from influence functions",
        small_sample="none (normal distribution)",
        degrees=INFINITE,
        clusters={question.clusters: len(np.unique(clusters))},
        notes=tuple(notes),
        statistics=_other_averages(cells, clusters),
    )


def imputed_path(question: EventQuestion) -> Estimate:
    """Outcome less what is imputed from untreated rows; it has no times before the start."""
    if question.covariates or question.cluster:
        raise DataMissing("Imputation takes neither covariates nor clusters other than the unit.")
    rows = question.complete()
    table = question.table.take(rows)
    found = impute_staggered(
        table.numbers(question.outcome),
        codes(table.column(table.unit)),
        table.numbers(table.period).astype(np.int64),
        question.first[rows],
        draws=question.draws,
        seed=question.seed,
    )
    path = _Path(
        found.horizons.astype(float),
        found.by_horizon,
        np.diag(found.by_horizon_error**2),
        (found.estimate, found.std_error),
    )
    weights = (
        "Its average counts each treated row once; the others' counts each time since the start"
        " once. Compare it with Callaway and Sant'Anna's overall_simple."
    )
    notes = [weights]
    if found.left_out:
        notes.append(f"{found.left_out} treated rows cannot be imputed; left out.")
    return _estimate(
        question,
        "imputation",
        path,
        nobs=int(rows.sum()),
        errors=f"resampling units ({question.draws} draws)",
        small_sample="none (normal distribution)",
        degrees=INFINITE,
        clusters={table.unit: len(np.unique(codes(table.column(table.unit))))},
        notes=tuple(notes),
    )


def _clusters_of(
    question: EventQuestion, table: Table, unit: IntArray, first: FloatArray
) -> IntArray:
    """Cluster of each unit that is not treated from the first period on, in the units' order."""
    code = codes(table.column(question.clusters))
    present, at = np.unique(unit, return_index=True)
    of_unit = np.zeros(int(present.max()) + 1, dtype=np.int64)
    of_unit[present] = code[at]
    if not np.array_equal(of_unit[unit], code):
        raise InputError(
            f"The cluster {question.clusters!r} changes within units; give one that does not."
        )
    kept = ~(first[at] <= table.numbers(table.period).min())
    return np.asarray(code[at][kept], dtype=np.int64)


def _other_averages(cells: GroupTime, clusters: IntArray) -> dict[str, float]:
    """The overall averages by groups' sizes, which weigh long paths more than the event one."""
    numbers: dict[str, float] = {}
    for kind in ("simple", "group", "period"):
        found = average_cells(cells, kind, clusters=clusters)
        numbers |= {f"overall_{kind}": found.overall, f"overall_{kind}_se": found.overall_error}
    return numbers


def _estimate(
    question: EventQuestion,
    estimator: str,
    path: _Path,
    *,
    nobs: int,
    errors: str,
    small_sample: str,
    degrees: float,
    clusters: dict[str, int],
    notes: tuple[str, ...] = (),
    dropped: tuple[str, ...] = (),
    statistics: dict[str, float] | None = None,
) -> Estimate:
    names = [f"since::{time:g}" for time in path.times]
    beta = np.append(path.after[0], path.estimate)
    error = np.append(path.after[1], np.sqrt(np.diag(path.covariance)))
    # The period that others are compared with is zero by construction, without an error.
    error = np.where(error > 0, error, np.nan)
    rows = coefficient_rows([AFTER, *names], beta, error, degrees)
    return Estimate(
        question.outcome,
        estimator,
        rows,
        nobs,
        errors,
        small_sample,
        degrees,
        clusters,
        leads_test(path.times, path.estimate, path.covariance)
        | (statistics or {})
        | detectable_by_term(rows[:1], degrees),
        dropped,
        (*notes, *few_clusters(clusters)),
        provenance=Provenance(
            f"{question.outcome} by time since the start: {estimator}",
            edition(question.table),
            question.seed,
        ),
    )


def leads_test(times: FloatArray, estimate: FloatArray, covariance: FloatArray) -> dict[str, float]:
    """Joint test that nothing happened before the start; empty where there are no leads."""
    leads = (times < 0) & (np.diag(covariance) > 0)
    if not leads.any():
        return {}
    b, matrix = estimate[leads], covariance[np.ix_(leads, leads)]
    chi2 = float(b @ np.linalg.pinv(matrix, hermitian=True) @ b)
    degrees = int(np.linalg.matrix_rank(matrix, hermitian=True))
    return {"leads": float(degrees), "leads_chi2": chi2, "leads_p": float(chdtrc(degrees, chi2))}
