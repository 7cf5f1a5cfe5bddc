"""What a run found: findings, curves in pages, single specifications."""

from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.evaluate.ready_result import Specification
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Key, Line
from comity_web.evaluate.curve_question import CurveQuestion
from comity_web.evaluate.queries import run_for
from comity_web.evaluate.reproduce import reproduction
from comity_web.evaluate.run_files import Kept, kept
from comity_web.jobs.models import Job, State

router = Router()


class RunResult(Schema):
    """What a run found; the specifications themselves are under `curve`."""

    run: int
    study: str
    title: str
    question: str
    design: str
    variant: str
    measured: str
    called: str = Field(description="What an estimate may be called: association or more.")
    rows: int
    units: int
    years: tuple[int, int]
    findings: list[dict[str, Any]] = Field(
        description="Claim, verdict and why, headline, smallest detectable, shares over the "
        "curve, tests under permutations, placebo, moderator."
    )
    estimators: list[dict[str, Any]]
    limits: list[str]
    needs: list[dict[str, Any]] = Field(description="Data with vintage and licence.")
    provenance: Origin


class CurveAsked(Schema):
    """Which specifications, in which order."""

    claim: Line = Field("", description="Id of a finding; all of them where left out.")
    sort: Literal["estimate", "p_value", "std_error", "nobs", "number"] = "number"
    descending: bool = False


class SpecificationRow(Schema):
    """One specification."""

    specification: int = Field(description="Its number in the run.")
    claim: str = Field(description="Id of the finding that it belongs to.")
    settings: dict[str, str] = Field(description="The alternative that it took of every choice.")
    controls: list[str] = Field(description="Optional controls that are in.")
    formula: str
    estimate: float | None
    std_error: float | None
    p_value: float | None
    low: float | None
    high: float | None
    nobs: int
    clusters: int


class SpecificationFull(SpecificationRow):
    """The same with what it takes to run it again."""

    toml: str = Field(description="The specification as a study's file.")
    data: str = Field(description="Name of the table's file beside it.")
    commands: list[str]


@router.get(
    "/runs/{pk}/result",
    response=RunResult,
    auth=Needs(Permission.READ_DRAFTS),
    summary="What a run found",
)
def read_result(request: HttpRequest, pk: Key) -> Any:
    """Return every finding with its verdict; 404 until the run is done."""
    job, found = _done(request, pk)
    return found.result.to_dict(curve=False) | {"run": job.pk}


@router.get(
    "/runs/{pk}/curve",
    response=Page[SpecificationRow],
    auth=Needs(Permission.READ_DRAFTS),
    summary="Every specification of a run",
    openapi_extra=AS_TABLE,
)
def read_curve(
    request: HttpRequest,
    pk: Key,
    asked: Query[CurveAsked],
    form: Query[Format],
    paging: Query[Paging],
) -> Any:
    """Return specifications in pages; as CSV all of them."""
    _, found = _done(request, pk)
    if asked.claim:
        found.finding(asked.claim)
    every = dict(enumerate(found.result.specifications, start=1))
    mine = {n: one for n, one in every.items() if asked.claim in ("", one.check)}
    question = CurveQuestion(sort=asked.sort, descending=asked.descending)
    rows = [row_of(number, one) for number, one in question.in_order(mine)]
    if wants_csv(request, form):
        flat = [{k: v for k, v in row.items() if k != "settings"} | row["settings"] for row in rows]
        return csv_answer(flat, f"run-{pk}-curve")
    return page_of(request, rows, paging)


@router.get(
    "/runs/{pk}/specifications/{number}",
    response=SpecificationFull,
    auth=Needs(Permission.READ_DRAFTS),
    summary="One specification, and how to run it again",
)
def read_specification(request: HttpRequest, pk: Key, number: Key) -> Any:
    """Return a specification by its number in the run."""
    job, found = _done(request, pk)
    again = reproduction(job, found, number)
    return row_of(number, found.specification(number)) | {
        "toml": again.text,
        "data": again.data,
        "commands": list(again.commands),
    }


def _done(request: HttpRequest, pk: int) -> tuple[Job, Kept]:
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        raise Http404(
            f"Run {pk} is {job.get_state_display().lower()}; its result is not there yet."
        )
    return job, kept(job)


def row_of(number: int, one: Specification) -> dict[str, Any]:
    """Return a specification as a row; what could not be estimated is null."""
    plain = one.to_dict()
    del plain["number"]
    claim = plain.pop("check")
    known = {k: None if isinstance(v, float) and v != v else v for k, v in plain.items()}
    return {"specification": number, "claim": claim} | known
