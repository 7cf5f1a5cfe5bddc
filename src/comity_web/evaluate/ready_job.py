"""The work of a ready study: lay out its table, run every specification, keep what it found."""

from importlib.resources import files
from typing import Any

from comity.evaluate.ready_frame import assemble, first_complete, needs_of
from comity.evaluate.ready_recipe import get_ready
from comity.evaluate.ready_studies import run_on_table
from comity.evaluate.study_data import edition
from comity.terms.version import VERSION
from comity_web.evaluate.run_files import RECIPE, keep, keep_table
from comity_web.jobs.kinds import Work
from comity_web.world.evidence import panel


def run_ready(work: Work) -> dict[str, Any]:
    """Run a ready study; what is finished is kept, so that a stopped run goes on.

    The folder of finished work names data and version: a run that is taken up after an import or
    an update begins anew instead of mixing the two.
    """
    asked = work.arguments
    work.report(0, 1, "laying out the table")
    study, book = get_ready(asked["study"]), panel()
    variant = study.chosen(asked["variant"]) if asked["variant"] else first_complete(study, book)
    table = assemble(study, variant, book)
    keep_table(work.folder, table)
    (work.folder / RECIPE).write_text(shipped_text(study.id), encoding="utf-8")
    result = run_on_table(
        study,
        variant,
        table,
        needs=needs_of(study, variant, book),
        seed=asked["seed"],
        folder=work.folder / f"finished-{edition(table)}-{VERSION}",
        permutations=asked["permutations"],
        most=asked["most"],
        progress=lambda at: work.report(at.done, at.total, at.doing),
    )
    return keep(work.folder, result, {one.id: study.of_check(one) for one in study.check})


def shipped_text(name: str) -> str:
    """Return the file of a ready study as it ships."""
    return files("comity.evaluate").joinpath("ready", f"{name}.toml").read_text(encoding="utf-8")
