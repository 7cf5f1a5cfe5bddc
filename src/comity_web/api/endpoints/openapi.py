"""The interface's own description."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import Router

from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.api.description import document

router = Router()


@router.get("/openapi.json", auth=Needs(Permission.READ), include_in_schema=False)
def read_openapi(request: HttpRequest) -> Any:  # noqa: ARG001
    """Return the OpenAPI document."""
    return JsonResponse(document())
