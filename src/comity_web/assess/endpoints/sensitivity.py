"""What moves a rank: shares of variance, one weight at a time, the smallest swap."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import BeforeValidator, Field

from comity.assess.scores import Scores
from comity.terms.errors import InputError
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line, Seed
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked
from comity_web.assess.endpoints.scores import described
from comity_web.site.computed import computed
from comity_web.world.groups import own_members

router = Router()


def _whole(given: Any) -> Any:
    """Read a number out of an address, where everything is text."""
    return int(given) if isinstance(given, str) and given.isdecimal() else given


Samples = Annotated[Literal[16, 32, 64, 128, 256, 512], BeforeValidator(_whole)]


class Sensitivity(Schema):
    """Which of the three is asked."""

    kind: Literal["variance", "tornado", "swap"] = "variance"
    partner: Line | None = Field(
        None, examples=["KEN"], description="Whose rank; needed for tornado and swap."
    )
    other: Line | None = Field(
        None, examples=["UGA"], description="With whom it is to change places (swap)."
    )
    change: float = Field(0.5, gt=0, le=1, description="Share of each weight (tornado).")
    samples: Samples = Field(256, description="Base sample (variance).")
    seed: Seed = 1


class SensitivityAsked(Asked, Sensitivity):
    """What is asked of which scores."""


class SensitivityAskedWithModel(AskedWithModel, Sensitivity):
    """The same by a model of your own."""


class SensitivityAnswer(Schema):
    """What moves ranks."""

    model: str
    status: str
    digest: str
    year: int
    group: str | None
    provenance: Origin
    kind: str
    answer: dict[str, Any] = Field(
        description="variance: indices by output and source; tornado: bars; swap: weights."
    )


@router.get(
    "/sensitivity",
    response=SensitivityAnswer,
    auth=Needs(Permission.READ),
    summary="What moves a rank",
    openapi_extra=AS_TABLE,
)
def read_sensitivity(
    request: HttpRequest, asked: Query[SensitivityAsked], form: Query[Format]
) -> Any:
    """Return shares of variance (Sobol), a tornado, or the smallest change that swaps two."""
    return _answer(request, asked, asked, form)


@router.post(
    "/sensitivity",
    response=SensitivityAnswer,
    auth=Needs(Permission.READ),
    summary="What moves a rank by a model of your own",
    openapi_extra=AS_TABLE,
)
def compute_sensitivity(
    request: HttpRequest, asked: SensitivityAskedWithModel, form: Query[Format]
) -> Any:
    """The same with a model that is sent along."""
    return _answer(request, asked, asked, form)


def _answer(request: HttpRequest, asked: Asked, how: Sensitivity, form: Format) -> Any:
    scores = scores_asked(request, asked)
    _refuse_incomplete(how)
    where = (scores.model.digest, scores.provenance.data, scores.year, scores.group)
    key = ("sensitivity", *where, own_members(scores.group), how.dict(include=_HOW))
    found = computed(key, lambda: _found(scores, how))
    if wants_csv(request, form):
        return csv_answer(found.rows(), f"sensitivity-{how.kind}")
    return described(scores) | {"kind": how.kind, "answer": found.to_dict()}


_HOW = set(Sensitivity.model_fields)


def _refuse_incomplete(how: Sensitivity) -> None:
    if how.kind != "variance" and how.partner is None:
        raise InputError(f"{how.kind} needs a partner.")
    if how.kind == "swap" and how.other is None:
        raise InputError("swap needs another partner, in the field other.")


def _found(scores: Scores, how: Sensitivity) -> Any:
    if how.kind == "swap":
        return scores.smallest_swap(str(how.partner), str(how.other))
    if how.kind == "tornado":
        return scores.tornado(str(how.partner), change=how.change)
    whose = (how.partner,) if how.partner else ()
    return scores.sobol(whose, samples=how.samples, seed=how.seed)
