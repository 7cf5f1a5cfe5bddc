"""What a run leaves in its folder: the result whole, its studies, and the table where it is ours."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from comity.evaluate.ready_result import Finding, ReadyResult, Specification
from comity.evaluate.study import Study
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, UnknownName
from comity_web.jobs.models import Job
from comity_web.site.computed import computed

if TYPE_CHECKING:
    import pandas as pd

RESULT, STUDIES, RECIPE, TABLE = "result.json", "studies.json", "study.toml", "table.parquet"


@dataclass(frozen=True, slots=True)
class Kept:
    """A run that is done.

    Parameters
    ----------
    result
        Everything that it found.
    studies
        The study of each finding, by the finding's id.
    """

    result: ReadyResult
    studies: Mapping[str, Study]

    def finding(self, name: str) -> Finding:
        """One finding.

        Raises
        ------
        UnknownName
            If the run has none of that id.
        """
        for one in self.result.findings:
            if one.id == name:
                return one
        raise UnknownName("claim in this run", name, [one.id for one in self.result.findings])

    def specification(self, number: int) -> Specification:
        """One specification by its number in the whole run, counted from one.

        Raises
        ------
        UnknownName
            If there is none.
        """
        if not 1 <= number <= len(self.result.specifications):
            raise UnknownName("specification in this run", str(number))
        return self.result.specifications[number - 1]

    def numbers(self, name: str) -> dict[int, Specification]:
        """Specifications of one finding by their number in the whole run."""
        every = enumerate(self.result.specifications, start=1)
        return {number: one for number, one in every if one.check == name}


@cache
def _results() -> TypeAdapter[ReadyResult]:
    return TypeAdapter(ReadyResult)


@cache
def _studies() -> TypeAdapter[dict[str, Study]]:
    return TypeAdapter(dict[str, Study])


def keep(folder: Path, result: ReadyResult, studies: Mapping[str, Study]) -> dict[str, Any]:
    """Write a result down and return what the list of runs shows of it.

    The result is written last: where it is, all of it is.
    """
    _write(folder / STUDIES, {name: asdict(study) for name, study in studies.items()})
    _write(folder / RESULT, result.to_dict())
    tally: dict[str, int] = {}
    for one in result.findings:
        tally[one.verdict.value] = tally.get(one.verdict.value, 0) + 1
    return {
        "study": result.study,
        "title": result.title,
        "variant": result.variant,
        "seed": result.provenance.seed,
        "data": result.provenance.data,
        "version": result.provenance.version,
        "specifications": len(result.specifications),
        "verdicts": tally,
    }


def keep_table(folder: Path, table: Table) -> None:
    """Write the table that a run reads, so that any specification can be run again."""
    frame = frame_of(table)
    part = folder / f".{TABLE}.part"
    frame.to_parquet(part, index=False)
    part.replace(folder / TABLE)


def frame_of(table: Table) -> "pd.DataFrame":
    """Columns of a table as a frame."""
    import pandas as pd

    return pd.DataFrame(dict(table.columns))


def _write(path: Path, content: Any) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(json.dumps(content), encoding="utf-8")
    part.replace(path)


def kept(job: Job) -> Kept:
    """Read a run that is done, once for each process.

    Raises
    ------
    DataMissing
        If its files are no longer there.
    """
    path = job.folder / RESULT
    if not path.is_file():
        raise DataMissing(f"The result of {job} is no longer on this installation; run it again.")
    key = ("run", job.pk, path.stat().st_mtime_ns)
    return computed(key, lambda: _read(job.folder))


def _read(folder: Path) -> Kept:
    result = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    studies = json.loads((folder / STUDIES).read_text(encoding="utf-8"))
    return Kept(_results().validate_python(result), _studies().validate_python(studies))
