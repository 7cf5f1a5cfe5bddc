"""What a call sends in its body: a JSON object, and nothing in it that would be passed over."""

from collections.abc import Mapping
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, model_validator


def _closed(schema: dict[str, Any]) -> None:
    schema["additionalProperties"] = False


class Sent(Schema):
    """Refuse what is no object, and a field that nobody reads: a slip of the pen must not be lost."""

    model_config = ConfigDict(json_schema_extra=_closed)

    @model_validator(mode="before")
    @classmethod
    def _known_fields_only(cls, given: Any) -> Any:
        sent = getattr(given, "_obj", given)
        if not isinstance(sent, Mapping):
            msg = "it must be a JSON object"
            raise ValueError(msg)  # noqa: TRY004 (pydantic asks for this kind)
        unknown = [name for name in sent if name not in cls.model_fields]
        if unknown:
            msg = f"there is no field {unknown[0]!r}; fields are {', '.join(cls.model_fields)}"
            raise ValueError(msg)
        return given
