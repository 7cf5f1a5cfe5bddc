"""Ready studies: list them, see what they need, run them, stop and go on.

This is what the command line and the site call::

    from comity.evaluate.ready_studies import list_ready_studies, run_ready_study

    for entry in list_ready_studies():
        print(entry.id, entry.runs, entry.question)
    result = run_ready_study("fragility", seed=1)
    result.finding("education").verdict
    result.curve("education")            # every specification with its settings
    result.to_frame().to_parquet("fragility.parquet")
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from comity.evaluate.multiverse import BLOCK
from comity.evaluate.multiverse_null import NullTest, null_tests
from comity.evaluate.ready_check import CheckWork, run_check
from comity.evaluate.ready_dynamics import compare_estimators
from comity.evaluate.ready_frame import Need, assemble, first_complete, needs_of
from comity.evaluate.ready_recipe import Check, ReadyStudy, Variant, get_ready, shipped
from comity.evaluate.ready_result import Finding, ReadyResult, Specification, Verdict
from comity.evaluate.ready_verdict import RULE
from comity.evaluate.specifications import Universe
from comity.evaluate.study_columns import StudyColumns
from comity.evaluate.study_data import edition
from comity.methods.panel_columns import Table
from comity.terms.errors import ComityError, DataMissing
from comity.terms.estimate import Claim
from comity.terms.provenance import Provenance
from comity.world.load import load_panel
from comity.world.panel import Panel

PERMUTATIONS = 99
MOST = 32


class StudyStopped(ComityError):
    """A run was asked to stop; what is done is kept in its folder, and the same call goes on."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is.

    Parameters
    ----------
    done, total
        Steps.
    doing
        What is being done, such as ``"education: permutations"``.
    """

    done: int
    total: int
    doing: str


@dataclass(frozen=True, slots=True)
class ReadyEntry:
    """One ready study in the list.

    Parameters
    ----------
    id, title, question
        As its file has them.
    variants
        Id and title of each variant.
    needs
        What each variant uses, by the variant's id.
    runs
        The variant that runs with the data that are here; empty where none does.
    """

    id: str
    title: str
    question: str
    variants: dict[str, str]
    needs: dict[str, tuple[Need, ...]]
    runs: str

    @property
    def missing(self) -> tuple[Need, ...]:
        """What is not here, optional things included, each once."""
        found = {n.indicator: n for needs in self.needs.values() for n in needs if not n.here}
        return tuple(found.values())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def list_ready_studies(panel: Panel | None = None) -> tuple[ReadyEntry, ...]:
    """Every ready study, what it needs and whether that is there.

    Parameters
    ----------
    panel
        The user's own panel with its imports when left out.
    """
    panel = panel or load_panel()
    return tuple(_entry(study, panel) for study in shipped().values())


def _entry(study: ReadyStudy, panel: Panel) -> ReadyEntry:
    try:
        runs = first_complete(study, panel).id
    except DataMissing:
        runs = ""
    return ReadyEntry(
        study.id,
        study.title,
        study.question,
        {one.id: one.title for one in study.variant},
        {one.id: needs_of(study, one, panel) for one in study.variant},
        runs,
    )


def run_ready_study(
    name: str | ReadyStudy,
    *,
    variant: str = "",
    seed: int = 1,
    panel: Panel | None = None,
    folder: Path | None = None,
    permutations: int = PERMUTATIONS,
    most: int = MOST,
    threads: int = 1,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> ReadyResult:
    """Run a ready study over all its specifications.

    Parameters
    ----------
    name
        Id of the study, or a study that :func:`comity.evaluate.ready_recipe.read_ready` read.
    variant
        Id of a variant; the first whose data are here when left out.
    seed
        Of permutations and resamples.
    panel
        The user's own panel with its imports when left out.
    folder
        Where finished work is kept, so that a stopped run goes on; a temporary one when left out.
    permutations, most
        Permutations of the treatment, and how many specifications of a check they use at most.
    threads
        Threads for the permutations.
    progress
        Told of every step.
    stop
        Asked between steps; a true answer stops the run.

    Raises
    ------
    UnknownName
        If there is no such study or variant.
    DataMissing
        If the data are not here; says how to bring them.
    StudyStopped
        If ``stop`` said so.
    FileError
        If the folder holds the work of another study, other data or another version.
    """
    study = get_ready(name) if isinstance(name, str) else name
    panel = panel or load_panel()
    chosen = study.chosen(variant) if variant else first_complete(study, panel)
    table = assemble(study, chosen, panel)
    return run_on_table(
        study, chosen, table, needs=needs_of(study, chosen, panel), seed=seed, folder=folder,
        permutations=permutations, most=most, threads=threads, progress=progress, stop=stop,
    )  # fmt: skip


def run_on_table(
    study: ReadyStudy,
    variant: Variant,
    table: Table,
    *,
    needs: tuple[Need, ...] = (),
    seed: int = 1,
    folder: Path | None = None,
    permutations: int = PERMUTATIONS,
    most: int = MOST,
    threads: int = 1,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> ReadyResult:
    """Run a study on a table that is there already, such as a simulated one.

    Parameters
    ----------
    table
        Every column that the study's checks name.
    needs
        Sources to cite.

    Notes
    -----
    The other parameters are those of :func:`run_ready_study`.
    """
    with TemporaryDirectory(prefix="comity-study-") as scratch:
        run = _Run(
            study, table, folder or Path(scratch), seed, permutations, most, threads, progress, stop
        )
        findings, specifications = run.all_checks()
        estimators = run.estimators()
    used = np.isfinite(table.numbers("year"))
    years = table.numbers("year")[used]
    return ReadyResult(
        study.id, study.title, study.question, study.design, tuple(study.limits),
        variant.id, variant.title, findings, estimators, specifications, needs,
        len(table), len(set(table.column("partner"))), (int(years.min()), int(years.max())),
        Claim.ASSOCIATION,
        Provenance(
            f"{study.id} ({variant.id})", edition(table), seed=seed,
            assumed=(RULE, "Small-sample rule of the standard errors: fixest's defaults.",
                     "The treatment was not assigned at random: estimates are associations."),
        ),
    )  # fmt: skip


class _Run:
    """One run: its steps are counted, and each asks whether to stop."""

    def __init__(
        self, study: ReadyStudy, table: Table, folder: Path, seed: int, permutations: int,
        *settings: Any,
    ) -> None:  # fmt: skip
        self.study, self.table, self.folder = study, table, folder
        self.seed, self.permutations = seed, permutations
        self.most, self.threads, self.progress, self.stop = settings
        self.data = edition(table)
        self.done, self.total = 0, 1

    def all_checks(self) -> tuple[tuple[Finding, ...], tuple[Specification, ...]]:
        works = [self._work(check) for check in self.study.check]
        ready = [work for work in works if isinstance(work, CheckWork)]
        self.total = sum(self._steps(work) for work in ready) + 1
        findings: list[Finding] = []
        specifications: list[Specification] = []
        for work in works:
            if isinstance(work, Finding):
                findings.append(work)
                continue
            finding, found = self._run(work)
            findings.append(finding)
            specifications += found
        return tuple(findings), tuple(specifications)

    def estimators(self) -> Any:
        self._step("estimators side by side")
        wanted = self.study.dynamics
        return () if wanted is None else compare_estimators(wanted, self.table, seed=self.seed)

    def _work(self, check: Check) -> "CheckWork | Finding":
        lacking = [name for name in check.needs if name not in self.table.columns]
        if lacking:
            indicators = [self.study.frame.optional.get(name, name) for name in lacking]
            return Finding(
                check.id, check.question, check.reading, check.unit, check.expect, check.published,
                Verdict.NOT_RUN, f"The data are not here: {', '.join(indicators)}.",
            )  # fmt: skip
        return CheckWork.of(check, self.study.of_check(check), self.table)

    def _permuted(self, work: CheckWork) -> bool:
        return bool(self.permutations) and work.linear and work.check.permute

    def _steps(self, work: CheckWork) -> int:
        return -(-len(work.universe) // BLOCK) + (self.permutations if self._permuted(work) else 0)

    def _step(self, doing: str, done: int | None = None) -> None:
        if self.stop is not None and self.stop():
            raise StudyStopped(
                f"The study {self.study.id!r} was stopped after {self.done} of {self.total} steps;"
                " what is done is kept where a folder was named."
            )
        self.done = min(self.done + 1 if done is None else done, self.total)
        if self.progress is not None:
            self.progress(Progress(self.done, self.total, doing))

    def _run(self, work: CheckWork) -> tuple[Finding, tuple[Specification, ...]]:
        folder = self.folder / work.check.id
        before = self.done

        def null(universe: Universe, columns: StudyColumns) -> tuple[NullTest, ...]:
            return self._null(work, folder, universe, columns)

        answer = run_check(
            work, folder, data=self.data,
            null=null if self._permuted(work) else None,
            progress=lambda: self._step(f"{work.check.id}: specifications"),
        )  # fmt: skip
        self.done = before + self._steps(work)
        return answer

    def _null(
        self, work: CheckWork, folder: Path, universe: Universe, columns: StudyColumns
    ) -> tuple[NullTest, ...]:
        """Permutations of one check; kept, for they take longest."""
        kept = folder / f"null-{self.seed}-{self.permutations}-{self.most}.json"
        if kept.is_file():
            return tuple(NullTest(**row) for row in json.loads(kept.read_text(encoding="utf-8")))
        begin = self.done
        found = null_tests(
            universe, columns, permutations=self.permutations, seed=self.seed, most=self.most,
            threads=self.threads,
            progress=lambda done, _: self._step(f"{work.check.id}: permutations", begin + done),
        )  # fmt: skip
        kept.write_text(json.dumps([one.to_dict() for one in found]), encoding="utf-8")
        return found
