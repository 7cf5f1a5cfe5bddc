"""A tiny ready study, runs of it that are done, and a table that somebody uploaded."""

import tomllib
from functools import cache

from django.utils import timezone
from pydantic import TypeAdapter

from comity.evaluate.ready_frame import assemble, needs_of
from comity.evaluate.ready_recipe import ReadyStudy
from comity.evaluate.ready_studies import run_on_table
from comity.world.load import load_panel
from comity_web.access.scope import EVERYWHERE
from comity_web.evaluate.actions import add_dataset
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.run_files import RECIPE, keep, keep_table
from comity_web.evaluate.upload import table_in
from comity_web.jobs.models import Job, State
from tests.comity_web.evaluate.tiny_study import TINY

ROWS = "unit,year,y,x\n" + "".join(
    f"U{u},{2000 + t},{u + 2 * ((u * t) % 5) + 0.1 * t},{(u * t) % 5}\n"
    for u in range(1, 9)
    for t in range(6)
)


@cache
def tiny() -> ReadyStudy:
    """The study itself."""
    study: ReadyStudy = TypeAdapter(ReadyStudy).validate_python(tomllib.loads(TINY))
    return study


@cache
def found(seed: int = 1):
    """What it finds on the panel that ships, its table, and the study of each finding."""
    study = tiny()
    variant, book = study.chosen("open"), load_panel(imports=False)
    table = assemble(study, variant, book)
    needs = needs_of(study, variant, book)
    result = run_on_table(study, variant, table, needs=needs, seed=seed, permutations=9, most=4)
    return result, table, {one.id: study.of_check(one) for one in study.check}


def finished_run(by: str = "eva", seed: int = 1) -> Job:
    """A run that is done, with its files."""
    asked = {"study": "tiny", "variant": "open", "seed": seed, "permutations": 9, "most": 4}
    job = Job.objects.create(
        kind="ready-study", title=tiny().title, arguments=asked, queued_by=by, done=1, total=1
    )
    result, table, studies = found(seed)
    keep_table(job.folder, table)
    (job.folder / RECIPE).write_text(TINY, encoding="utf-8")
    job.result = keep(job.folder, result, studies)
    job.state, job.ended_at = State.DONE, timezone.now()
    job.save()
    return job


def uploaded_table(by, name: str = "panel.csv", scope=EVERYWHERE, text: str = ROWS) -> Dataset:
    """A table whose slope is two."""
    return add_dataset(table_in(name, text.encode()), by=by, scope=scope)
