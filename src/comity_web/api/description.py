"""The OpenAPI document, with every refusal that an operation can give written beside it."""

from functools import cache
from http import HTTPStatus
from typing import Any

from ninja.operation import Operation

from comity_web.answers.refusal import PROBLEM, Conflict, Problem
from comity_web.api.interface import ADDRESS, interface, needs_of, operations

_WORDS = {
    304: "Nothing changed since the ETag in If-None-Match.",
    400: "What was sent cannot be used; the sentence says what to mend.",
    401: "Nobody is signed in, or the token is wrong, expired or revoked.",
    403: "No role of yours permits this, or the token may only read.",
    404: "There is no such thing, or it is not yours to read.",
    405: "This address does not answer this method.",
    409: "Somebody else saved first, or the record does not stand where this begins.",
    412: "Somebody else saved first: If-Match names an older version.",
    413: "The body is too large.",
    422: "A field is missing or not of its kind.",
    428: "Say which version you began from.",
    429: "Too many wrong tokens came from this address.",
}
_ALWAYS = (400, 401, 403, 404, 405, 422, 429)
_WITH_BODY = (413,)
_ON_CHANGE = (409, 412, 428)
_CONFLICTS = {409, 412}
_TAGS = {"ETag": {"schema": {"type": "string"}, "description": "Tag of this answer or version."}}
_LOCATION = {"Location": {"schema": {"type": "string"}, "description": "Address of the new."}}


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document of the interface."""
    api = interface()
    schema: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=ADDRESS.lstrip("/")))
    schema["components"] = _components(schema["components"])
    by_id = {api.get_openapi_operation_id(o): o for o in operations(api)}
    for methods in schema["paths"].values():
        for method, described in methods.items():
            operation = by_id[described["operationId"]]
            described["operationId"] = operation.view_func.__name__
            described["responses"] = _responses(described, method, operation)
            described["parameters"] = [_with_example(one) for one in described["parameters"]]
            described["security"] = [{"token": []}, {"session": []}]
            described["x-permission"] = str(needs_of(operation).permission)
            described["x-writes"] = needs_of(operation).writes
            _conditional(described, method, operation)
    _leave_out_unused(schema)
    schema["servers"] = [{"url": "/", "description": "This installation."}]
    return schema


def _leave_out_unused(schema: dict[str, Any]) -> None:
    """Fields of addresses are described where they stand, so their shapes are named nowhere."""
    shapes = schema["components"]["schemas"]
    waiting = _named({**schema, "components": {"responses": schema["components"]["responses"]}})
    used: set[str] = set()
    while waiting:
        used |= waiting
        waiting = set().union(*(_named(shapes[name]) for name in waiting)) - used
    for name in set(shapes) - used:
        del shapes[name]


def _named(part: Any) -> set[str]:
    """Shapes that a part of the document names."""
    if isinstance(part, dict):
        here = (
            {str(part["$ref"]).rpartition("/")[2]} if "/schemas/" in part.get("$ref", "") else set()
        )
        return here.union(*map(_named, part.values()))
    return set().union(*map(_named, part)) if isinstance(part, list) else set()


def _components(found: dict[str, Any]) -> dict[str, Any]:
    schemas = dict(found["schemas"])
    for shape in (Problem, Conflict):
        made = shape.model_json_schema(
            mode="serialization", ref_template="#/components/schemas/{model}"
        )
        schemas |= made.pop("$defs", {})
        schemas[shape.__name__] = made
    refusals = {
        f"Refusal{status}": {
            "description": words,
            "content": {PROBLEM: {"schema": {"$ref": f"#/components/schemas/{_shape(status)}"}}},
        }
        for status, words in _WORDS.items()
        if status >= HTTPStatus.BAD_REQUEST
    }
    return {
        "schemas": dict(sorted(schemas.items())),
        "responses": refusals,
        "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer", "description": "Made under Your tokens."},
            "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
        },
    }


def _shape(status: int) -> str:
    return "Conflict" if status in _CONFLICTS else "Problem"


def _responses(
    described: dict[str, Any], method: str, operation: Operation
) -> dict[str, dict[str, Any]]:
    answers = {str(status): answer for status, answer in described["responses"].items()}
    needs = needs_of(operation)
    for status, answer in answers.items():
        if status.startswith("2") and (method == "get" or _takes_version(operation)):
            answer["headers"] = _TAGS | answer.get("headers", {})
        if status == "201":
            answer["headers"] = _TAGS | _LOCATION
    if method == "get":
        answers["304"] = {"description": _WORDS[304], "headers": _TAGS}
    statuses = [*_ALWAYS]
    statuses += _WITH_BODY if "requestBody" in described else ()
    statuses += _ON_CHANGE if _takes_version(operation) else (409,) if needs.writes else ()
    for refused in statuses:
        answers[str(refused)] = {"$ref": f"#/components/responses/Refusal{refused}"}
    return dict(sorted(answers.items()))


def _with_example(parameter: dict[str, Any]) -> dict[str, Any]:
    """Show the example of a field as the parameter's own, as the standard wants it."""
    examples = parameter.pop("examples", None)
    return parameter | ({"example": examples[0]} if examples else {})


def _takes_version(operation: Operation) -> bool:
    return bool(getattr(operation.view_func, "takes_version", False))


def _conditional(described: dict[str, Any], method: str, operation: Operation) -> None:
    """Name the header by which a call depends on what the caller has seen."""
    text = {"type": "string"}
    if method == "get":
        words = "ETag of an earlier answer; 304 when nothing changed since."
        header = {"name": "If-None-Match", "in": "header", "schema": text, "description": words}
        described["parameters"].append(header | {"required": False})
    if _takes_version(operation):
        words = 'ETag of the version from which you began, such as "v3".'
        header = {"name": "If-Match", "in": "header", "schema": text, "description": words}
        described["parameters"].append(header | {"required": False})
