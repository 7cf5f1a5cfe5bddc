"""The interface: one version, put together from every application's ``api.py`` by name."""

from collections.abc import Callable
from functools import cache, wraps
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase
from ninja import NinjaAPI
from ninja.operation import Operation

from comity_web.answers.needs import Needs
from comity_web.answers.refusal import Refusal
from comity_web.api.callers import identify
from comity_web.api.refusals import answer_errors
from comity_web.api.rendering import PlainJson

VERSION = "1"
ADDRESS = f"/api/v{VERSION}/"
ABOUT = """The capabilities of Comity for programs, by the same rules as its pages.

Send a token with each call (`Authorization: Bearer comity_...`; make one under Your tokens), or use
a browser session, which must send its form token in `X-CSRFToken` when it writes. A token may do what
its owner may do, or only read it.

Lists come in pages (`limit`, `offset`; `total`, `next`). Answers carry an `ETag`: send it as
`If-None-Match` to be told 304 when nothing changed, and as `If-Match` when you write. Numbers that
are not known are null; missing is not zero. Every refusal is an `application/problem+json`. Scores
are a screening aid, not a forecast; associations are not effects; what is said of the law is not
legal advice.
"""


@cache
def interface() -> NinjaAPI:
    """Build the interface once.

    Raises
    ------
    ImproperlyConfigured
        If an operation does not say who may call it.
    """
    api = NinjaAPI(
        title="Comity",
        version=f"{VERSION}.0.0",
        description=ABOUT,
        docs_url=None,
        openapi_url=None,
        renderer=PlainJson(),
        urls_namespace=f"api-v{VERSION}",
    )
    answer_errors(api)
    api.add_decorator(_identified(api), mode="view")
    for config in apps.get_app_configs():
        name = f"{config.name}.api"
        if config.name.startswith("comity_web.") and find_spec(name):
            module = import_module(name)
            if hasattr(module, "router"):
                api.add_router("", module.router)
    for operation in operations(api):
        if not isinstance(needs_of(operation), Needs):
            raise ImproperlyConfigured(
                f"{operation.view_func.__module__}.{operation.view_func.__name__} does not say "
                "who may call it; give its decorator auth=Needs(...)."
            )
    return api


def operations(api: NinjaAPI) -> list[Operation]:
    """Return every operation."""
    return [
        operation
        for router in api._get_bound_routers()  # noqa: SLF001 (there is no public list)
        for view in router.path_operations.values()
        for operation in view.operations
    ]


def needs_of(operation: Operation) -> Any:
    """Return what an operation says of who may call it."""
    return operation.auth_callbacks[0] if operation.auth_callbacks else None


def _identified(api: NinjaAPI) -> Callable[..., Any]:
    """Find out who calls before anything else of a call is looked at."""

    def around(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(run)
        def identified(request: HttpRequest, **given: Any) -> HttpResponseBase:
            try:
                identify(request)
            except Exception as error:
                return api.on_exception(request, error)
            return run(request, **given)

        return identified

    return around


def not_there(request: HttpRequest, rest: str = "") -> HttpResponseBase:  # noqa: ARG001
    """Answer an address that leads to nothing."""
    return Refusal(
        404, f"There is nothing at {request.path}; {ADDRESS}openapi.json lists all."
    ).answer()
