"""How to run one specification again: its study, its data, and the commands."""

from dataclasses import dataclass

from comity.evaluate.one_specification import one_specification, study_toml
from comity.evaluate.ready_result import Specification
from comity.evaluate.study import Study
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.run_files import TABLE, Kept
from comity_web.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Reproduction:
    """Files and commands.

    Parameters
    ----------
    file
        Name of the study's file.
    text
        The study's file.
    data
        Name of the data's file.
    here
        Whether this installation can send the data.
    commands
        What to type, beside the two files.
    """

    file: str
    text: str
    data: str
    here: bool
    commands: tuple[str, ...]


def run_name(job: Job, kept: Kept) -> str:
    """Begin of the names of a run's files."""
    return f"{kept.result.study}-{kept.result.variant}-run-{job.pk}"


def data_name(job: Job, kept: Kept) -> str:
    """Name of the data's file: as it was uploaded, or the run's."""
    dataset = job.arguments.get("dataset")
    return str(job.arguments["table"]) if dataset is not None else f"{run_name(job, kept)}-data.csv"


def dataset_of(job: Job) -> Dataset | None:
    """Return the uploaded table that a run read, if it is there still."""
    return Dataset.objects.filter(pk=job.arguments.get("dataset") or 0).first()


def has_table(job: Job) -> bool:
    """Whether a run kept the table that it read; uploaded tables are not copied."""
    return (job.folder / TABLE).is_file()


def reproduction(job: Job, kept: Kept, number: int) -> Reproduction:
    """Return how one specification is run again."""
    one = kept.specification(number)
    data = data_name(job, kept)
    file = f"{run_name(job, kept)}-specification-{number}.toml"
    return Reproduction(
        file,
        _text(kept, one, number, data),
        data,
        has_table(job),
        (f"comity evaluate panel {file}", f"comity evaluate multiverse {file}"),
    )


def _text(kept: Kept, one: Specification, number: int, data: str) -> str:
    study = one_specification(kept.studies[one.check], one.settings, one.controls)
    head = (
        f"# Specification {number} of {kept.result.title}, {one.check}.\n"
        f"# Data {kept.result.provenance.data}, Comity {kept.result.provenance.version}.\n"
    )
    return head + _common_rows(kept.studies[one.check]) + study_toml(study, {"file": data})


def _common_rows(study: Study) -> str:
    if study.missing != "common":
        return ""
    return (
        "# In the run every specification used the rows that are complete for all of them;\n"
        "# by itself this one uses the rows that are complete for it, so numbers may differ.\n"
    )
