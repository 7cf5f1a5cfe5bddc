"""What a call sends in its body: a JSON object, and nothing in it that would be passed over."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, model_validator

_KINDS = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    type(None): "null",
}


def _closed(schema: dict[str, Any]) -> None:
    schema["additionalProperties"] = False


class Sent(Schema):
    """Refuse what is no object, a field that nobody reads, and text where a number belongs.

    Addresses hold nothing but text, so there numbers are read out of it; JSON has its own.
    """

    model_config = ConfigDict(json_schema_extra=_closed)

    @model_validator(mode="before")
    @classmethod
    def _as_described(cls, given: Any) -> Any:
        sent = getattr(given, "_obj", given)
        if not isinstance(sent, Mapping):
            msg = "it must be a JSON object"
            raise ValueError(msg)  # noqa: TRY004 (pydantic asks for this kind)
        for name, value in sent.items():
            if name not in cls.model_fields:
                msg = f"there is no field {name!r}; fields are {', '.join(cls.model_fields)}"
                raise ValueError(msg)
            if not fits(value, _properties(cls)[name]):
                msg = f"{name} is of another kind than described"
                raise ValueError(msg)
        return given


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value of JSON is of a kind that a schema names, as far as single values go."""
    if "anyOf" in schema:
        return any(fits(value, part) for part in schema["anyOf"])
    kind, wanted = _KINDS.get(type(value), "object"), schema.get("type")
    if wanted is not None and kind != wanted and (kind, wanted) != ("integer", "number"):
        return False
    if isinstance(value, list):
        return all(fits(one, schema.get("items", {})) for one in value)
    inner = schema.get("additionalProperties")
    if isinstance(value, Mapping) and isinstance(inner, Mapping):
        return all(fits(one, inner) for one in value.values())
    return True


@cache
def _properties(kind: type[Sent]) -> dict[str, Any]:
    found: dict[str, Any] = kind.model_json_schema()["properties"]
    return found
