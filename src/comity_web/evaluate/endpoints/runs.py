"""Runs of studies: ask for one, see how far it is, stop it, take it up again."""

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from comity.evaluate.ready_studies import PERMUTATIONS
from comity_web.access.guard import somebody
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.sent import Sent
from comity_web.answers.values import Key, Line, Seed
from comity_web.evaluate.actions import MOST_PERMUTATIONS, queue_ready
from comity_web.evaluate.queries import run_for, runs_for
from comity_web.jobs.actions import resume_job, stop_job
from comity_web.jobs.models import Job

router = Router()
_MOVES = {"stop": stop_job, "resume": resume_job}


class RunAsked(Sent):
    """How a study is run."""

    variant: Line = Field("", description="A way to measure; the first whose data are here.")
    seed: Seed = 1
    permutations: int = Field(
        PERMUTATIONS, ge=0, le=MOST_PERMUTATIONS, description="For the test of each whole curve."
    )


class RunMove(Sent):
    """What is to be done with a run."""

    move: Literal["stop", "resume"]


class RunRow(Schema):
    """A run and how far it is."""

    id: int
    kind: Literal["ready-study", "own-study"]
    title: str
    state: Literal["queued", "running", "stopping", "stopped", "failed", "done"]
    done: int
    total: int
    doing: str = Field(description="What is being done just now.")
    error: str
    arguments: dict[str, Any]
    summary: dict[str, Any] = Field(description="Verdicts, data and version, once it is done.")
    asked_by: str
    asked_at: datetime
    ended_at: datetime | None


class RunFilter(Schema):
    """Which runs are wanted."""

    study: Line = Field("", description="Name of a ready study.")


@router.post(
    "/studies/{name}/runs",
    response={201: RunRow},
    auth=Needs(Permission.RUN_STUDIES),
    summary="Run a ready study",
)
def run_study(request: HttpRequest, name: Line, given: RunAsked, response: HttpResponse) -> Any:
    """Queue a run; the same one that waits already is returned as it is. Ask `/runs` how far it is."""
    by = somebody(request)
    job = queue_ready(
        name, by=by, variant=given.variant, seed=given.seed, permutations=given.permutations
    )
    response["Location"] = f"{request.path.partition('/studies/')[0]}/runs/{job.pk}"
    return Status(201, row_of(job))


@router.get(
    "/runs", response=Page[RunRow], auth=Needs(Permission.READ_DRAFTS), summary="Runs of studies"
)
def list_runs(request: HttpRequest, wanted: Query[RunFilter], paging: Query[Paging]) -> Any:
    """Return the newest runs within your scopes."""
    return page_of(request, runs_for(request.user, wanted.study), paging, row_of)


@router.get(
    "/runs/{pk}", response=RunRow, auth=Needs(Permission.READ_DRAFTS), summary="How far a run is"
)
def read_run(request: HttpRequest, pk: Key) -> Any:
    """Return one run."""
    return row_of(run_for(request.user, pk))


@router.post(
    "/runs/{pk}/moves",
    response=RunRow,
    auth=Needs(Permission.RUN_STUDIES),
    summary="Stop a run, or take it up again",
)
def move_run(request: HttpRequest, pk: Key, given: RunMove) -> Any:
    """Stop a run and keep what is done; or go on from there."""
    job = run_for(request.user, pk)
    require(request.user, Permission.RUN_STUDIES, job.scope)
    _MOVES[given.move](job, by=somebody(request))
    return row_of(job)


def row_of(job: Job) -> dict[str, Any]:
    """Return a run as a row."""
    plain = ("kind", "title", "state", "done", "total", "doing", "error", "arguments", "ended_at")
    return {name: getattr(job, name) for name in plain} | {
        "id": job.pk,
        "summary": job.result,
        "asked_by": job.queued_by,
        "asked_at": job.queued_at,
    }
