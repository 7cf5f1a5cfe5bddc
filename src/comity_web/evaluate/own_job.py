"""The work of somebody's own study: the same specifications, tests and pages as a ready one."""

from typing import Any

from comity.evaluate.ready_studies import run_on_table
from comity.evaluate.study_data import edition
from comity.terms.errors import DataMissing
from comity.terms.version import VERSION
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.own_study import CHECK, own_study
from comity_web.evaluate.run_files import RECIPE, keep, keep_table
from comity_web.jobs.kinds import Work


def run_own(work: Work) -> dict[str, Any]:
    """Run a study of somebody's own; an uploaded table is read where it lies and never copied."""
    asked = work.arguments
    work.report(0, 1, "reading the data")
    dataset = _dataset(asked["dataset"])
    found = own_study(
        work.folder / RECIPE,
        shown=asked["study"],
        data=dataset.path if dataset else None,
        called=str(dataset) if dataset else "",
    )
    if dataset is None:
        keep_table(work.folder, found.table)
    result = run_on_table(
        found.ready,
        found.ready.variant[0],
        found.table,
        needs=found.needs,
        seed=asked["seed"],
        folder=work.folder / f"finished-{edition(found.table)}-{VERSION}",
        permutations=asked["permutations"],
        most=asked["most"],
        progress=lambda at: work.report(at.done, at.total, at.doing),
    )
    return keep(work.folder, result, {CHECK: found.study})


def _dataset(pk: int | None) -> Dataset | None:
    if pk is None:
        return None
    found = Dataset.objects.filter(pk=pk).first()
    if found is None or not found.path.is_file():
        raise DataMissing("The uploaded table was deleted; upload it again and begin a new run.")
    return found
