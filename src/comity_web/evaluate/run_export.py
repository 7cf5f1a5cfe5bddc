"""What a run hands out: every specification, the whole result, its page, its study, its table."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.cli.shared_values import as_plain
from comity.reports.ready_study_page import ready_study_page
from comity.terms.errors import DataMissing, UnknownName
from comity_web.evaluate.reproduce import has_table, run_name
from comity_web.evaluate.run_files import RECIPE, TABLE, Kept
from comity_web.jobs.models import Job
from comity_web.site.computed import computed

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of download.

    Parameters
    ----------
    title
        For the button.
    media_type, suffix
        Of the file.
    write
        Makes it.
    """

    title: str
    media_type: str
    suffix: str
    write: Callable[[Job, Kept], bytes]


def _frame(kept: Kept) -> "pd.DataFrame":
    """Every specification with its number in the whole run, as pages and the interface have it."""
    frame = kept.result.to_frame()
    frame.insert(0, "specification", range(1, len(frame) + 1))
    return frame.drop(columns=["number"])


def _parquet(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    content: bytes = _frame(kept).to_parquet(index=False)
    return content


def _csv(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    frame = _frame(kept)
    for name in frame.columns:
        if frame[name].dtype.kind not in "biuf":
            frame[name] = frame[name].map(plain_cell)
    return frame.to_csv(index=False).encode("utf-8-sig")


def plain_cell(value: object) -> object:
    """Return text that no spreadsheet takes for a formula."""
    unsafe = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if unsafe else value


def _json(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    return json.dumps(as_plain(kept.result.to_dict()), indent=1).encode()


def _html(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    return ready_study_page(kept.result).encode()


def _toml(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    return (job.folder / RECIPE).read_bytes()


def _data(job: Job, kept: Kept) -> bytes:  # noqa: ARG001
    import pandas as pd

    if not has_table(job):
        raise DataMissing("This run read an uploaded table, which is not copied; see Own study.")
    return pd.read_parquet(job.folder / TABLE).to_csv(index=False).encode()


EXPORTS = {
    "parquet": Export(
        "Every specification (Parquet)", "application/vnd.apache.parquet", "parquet", _parquet
    ),
    "csv": Export("Every specification (CSV)", "text/csv; charset=utf-8", "csv", _csv),
    "json": Export("Everything (JSON)", "application/json", "json", _json),
    "html": Export("One page (HTML)", "text/html; charset=utf-8", "html", _html),
    "toml": Export("Study (TOML)", "application/toml; charset=utf-8", "toml", _toml),
    "data": Export("Table that was read (CSV)", "text/csv; charset=utf-8", "csv", _data),
}


def exported(job: Job, kept: Kept, kind: str) -> bytes:
    """Return the content of a download; a page takes seconds to draw, so it is kept.

    Raises
    ------
    UnknownName
        If there is no such kind.
    DataMissing
        If the run did not keep it.
    """
    if kind not in EXPORTS:
        raise UnknownName("kind of download", kind, EXPORTS)
    made = kept.result.provenance
    key = ("run-export", kind, job.pk, made.data, made.seed, str(job.ended_at))
    return computed(key, lambda: EXPORTS[kind].write(job, kept))


def file_name(job: Job, kept: Kept, kind: str) -> str:
    """Name that says study, way to measure and run."""
    middle = "-data" if kind == "data" else ""
    return f"{run_name(job, kept)}{middle}.{EXPORTS[kind].suffix}"


def exports_of(job: Job) -> dict[str, Export]:
    """Return the kinds that a run can hand out."""
    return {k: e for k, e in EXPORTS.items() if k != "data" or has_table(job)}
