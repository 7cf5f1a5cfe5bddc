"""The OpenAPI document as lines that a template can show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or member.

    Parameters
    ----------
    name, place
        As it is written, and where: ``path``, ``query``, ``header`` or ``body``.
    kind
        In words, with its bounds.
    required
        Whether it must be there.
    text
        What it means.
    shape
        Name of the shape that it has, where it is one of ours.
    """

    name: str
    place: str
    kind: str
    required: bool
    text: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One operation.

    Parameters
    ----------
    name, method, path, summary, text
        What it is called and does.
    permission
        What the caller must hold.
    fields
        What it takes.
    body, answer
        Names of the shapes that it takes and gives.
    kinds
        Media types of the answer.
    statuses
        Every status with its words.
    """

    name: str
    method: str
    path: str
    summary: str
    text: str
    permission: str
    fields: tuple[Field, ...]
    body: str
    answer: str
    kinds: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...]


def groups(document: Mapping[str, Any]) -> list[tuple[str, list[Shown]]]:
    """Return the operations by their heading, in the order of the document."""
    found: dict[str, list[Shown]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            heading = operation.get("tags", ["Other"])[-1]
            found.setdefault(heading, []).append(_shown(document, path, method, operation))
    return list(found.items())


def shapes(document: Mapping[str, Any]) -> list[tuple[str, str, list[Field]]]:
    """Return every shape with its words and members."""
    return [
        (name, shape.get("description", ""), _members(shape))
        for name, shape in document["components"]["schemas"].items()
        if "properties" in shape
    ]


def paragraphs(text: str) -> list[list[tuple[str, bool]]]:
    """Return the paragraphs of a text as parts, each with whether it is to be shown as code."""
    return [
        [(part, place % 2 == 1) for place, part in enumerate(" ".join(one.split()).split("`"))]
        for one in text.strip().split("\n\n")
    ]


def _shown(
    document: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]
) -> Shown:
    answer = next(a for s, a in operation["responses"].items() if s.startswith("2"))
    content = answer.get("content", {})
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    return Shown(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        text=operation.get("description", ""),
        permission=operation["x-permission"],
        fields=tuple(_parameter(one) for one in operation["parameters"]),
        body=_shape(body.get("schema", {})),
        answer=_shape(content.get("application/json", {}).get("schema", {})),
        kinds=tuple(content),
        statuses=tuple(
            (status, _resolved(document, one)["description"])
            for status, one in operation["responses"].items()
        ),
    )


def _parameter(one: Mapping[str, Any]) -> Field:
    schema = one["schema"]
    text = one.get("description", "")
    # What stands in no address is left out of it, so that null is nothing to write there.
    kind = _kind(schema).removesuffix(" or null")
    return Field(one["name"], one["in"], kind, one["required"], text, _shape(schema))


def _members(shape: Mapping[str, Any]) -> list[Field]:
    required = shape.get("required", ())
    return [
        Field(name, "body", _kind(one), name in required, one.get("description", ""), _shape(one))
        for name, one in shape["properties"].items()
    ]


def _resolved(document: Mapping[str, Any], one: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in one:
        return one
    found: Mapping[str, Any] = document["components"]["responses"][_last(one["$ref"])]
    return found


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]


def _shape(schema: Mapping[str, Any]) -> str:
    """Name of the first shape of ours in a schema."""
    if "$ref" in schema:
        return _last(schema["$ref"])
    for part in (schema.get("items"), *schema.get("anyOf", ())):
        if part and (found := _shape(part)):
            return found
    return ""


def _kind(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return _last(schema["$ref"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(part) for part in schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return "one of " + ", ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    kind = schema.get("format") or schema.get("type", "anything")
    kind = "text" if kind == "string" else kind
    bounds = [
        f"{words} {schema[name]}"
        for name, words in (
            ("minimum", "at least"),
            ("maximum", "at most"),
            ("maxLength", "at most"),
        )
        if name in schema
    ]
    if "maxLength" in schema:
        bounds[-1] += " characters"
    return f"{kind}, {', '.join(bounds)}" if bounds else kind
