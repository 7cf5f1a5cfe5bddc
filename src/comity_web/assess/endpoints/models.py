"""Models that ship: as JSON, and as the TOML that can be changed and sent back."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity.assess.model import PropensityModel
from comity.assess.model_file import shipped_models
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Cited, cited
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import Line
from comity_web.assess.endpoints.asked import shipped_model

router = Router()
ModelName = Annotated[Line, Field(examples=["comity-default"])]
TOML = "application/toml"


class ModelRow(Schema):
    """A model in one line."""

    name: str
    title: str
    status: str = Field(description="Who stands behind its choices.")
    digest: str = Field(description="Changes with anything that matters to a score.")
    constructs: int
    indicators: int


class ModelFull(ModelRow):
    """A whole model."""

    model: dict[str, Any] = Field(description="Every part as plain values.")
    toml: str = Field(description="The same as TOML, which `toml` of a question takes.")
    sources: list[Cited]


class ModelFormat(Schema):
    """JSON or TOML."""

    format: Literal["json", "toml"] = "json"


@router.get(
    "/models", response=Page[ModelRow], auth=Needs(Permission.READ), summary="Models that ship"
)
def list_models(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Return the models that come with Comity; their choices are Comity defaults."""
    rows = [_row(shipped_model(name)) for name in shipped_models()]
    return page_of(request, rows, paging)


@router.get(
    "/models/{name}",
    response=ModelFull,
    auth=Needs(Permission.READ),
    summary="One model as JSON or TOML",
    openapi_extra={"responses": {200: {"content": {TOML: {"schema": {"type": "string"}}}}}},
)
def read_model(request: HttpRequest, name: ModelName, form: Query[ModelFormat]) -> Any:  # noqa: ARG001
    """Return a whole model."""
    model = shipped_model(name)
    if form.format == "toml":
        return HttpResponse(model.to_toml(), content_type=f"{TOML}; charset=utf-8")
    return _row(model) | {
        "model": model.to_dict(),
        "toml": model.to_toml(),
        "sources": cited(model.indicators),
    }


def _row(model: PropensityModel) -> dict[str, Any]:
    plain = ("name", "title", "status", "digest")
    return {name: getattr(model, name) for name in plain} | {
        "constructs": len(model.constructs),
        "indicators": len(model.indicators),
    }
