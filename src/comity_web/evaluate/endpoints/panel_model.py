"""One panel model, answered at once, on a table that is sent along or was uploaded."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity.evaluate.study_data import read_table
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.sent import Sent
from comity_web.answers.values import Key, Line
from comity_web.evaluate.dataset_table import table_of_dataset
from comity_web.evaluate.queries import dataset_for
from comity_web.evaluate.quick_model import LONGEST, QuickQuestion, quick_model
from comity_web.evaluate.upload import reading

router = Router()


class PanelAsked(Sent):
    """A model, in the words of `comity evaluate panel`, and its data."""

    formula: str = Field(
        min_length=1,
        max_length=LONGEST,
        pattern=r"^[^\x00]*$",
        examples=["y ~ treat + x1 | unit + year"],
    )
    csv: str | None = Field(
        None,
        max_length=900_000,
        pattern=r"^[^\x00]*$",
        description="The table as CSV text with a header; unclassified data only. Nothing is kept.",
    )
    dataset: Key | None = Field(None, description="An uploaded table instead.")
    unit: Line = Field("", description="Column of the unit, for lags.")
    period: Line = Field("", description="Column of the period, for lags.")
    cluster: Line = Field("", description="Such as unit, or unit + year.")
    vcov: Literal["", "iid", "hetero", "HC2", "HC3", "CR1", "CR3"] = Field(
        "", description="fixest's default where left out."
    )
    weights: Line = ""
    family: Literal["gaussian", "poisson"] = "gaussian"


class CoefficientRow(Schema):
    """One term."""

    term: str
    estimate: float | None
    std_error: float | None
    statistic: float | None
    p_value: float | None
    low: float | None
    high: float | None


class PanelAnswer(Schema):
    """What one model found."""

    outcome: str
    claim: str = Field(description="What an estimate may be called: association.")
    estimator: str
    nobs: int
    errors: str
    small_sample: str = Field(description="The small-sample rule, named.")
    clusters: dict[str, int]
    coefficients: list[CoefficientRow]
    statistics: dict[str, float | None] = Field(
        description="Smallest detectable association of each term, fit, weak instruments."
    )
    dropped: list[str]
    notes: list[str]
    provenance: dict[str, Any]


@router.post(
    "/panel-model",
    response=PanelAnswer,
    auth=Needs(Permission.RUN_STUDIES, writes=False),
    summary="One panel model, at once",
)
def compute_panel_model(request: HttpRequest, given: PanelAsked) -> Any:
    """Estimate one model; what would take long is refused with what to do instead."""
    question = QuickQuestion(**given.dict(exclude={"csv", "dataset"}))
    return quick_model(_table(request, given), question).to_dict()


def _table(request: HttpRequest, given: PanelAsked) -> Table:
    if (given.csv is None) == (given.dataset is None):
        raise InputError("Send either csv or dataset: the one table that the model reads.")
    if given.dataset is not None:
        found = dataset_for(request.user, given.dataset, to=Permission.RUN_STUDIES)
        return table_of_dataset(found)
    with reading("csv", str(given.csv).encode()) as path:
        return read_table(path)
