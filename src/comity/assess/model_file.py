"""Propensity models as TOML files: read with every mistake named, written so that they read back."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from comity.assess.model_lines import line_naming, not_toml
from comity.assess.model_parts import (
    Construct,
    IndicatorUse,
    MissingRule,
    Override,
    Reference,
)
from comity.methods.normalise import Scaling
from comity.terms.errors import FileError, RecipeError, UnknownName
from comity.terms.indicator import Direction
from comity.world.partners import partners as partner_book

if TYPE_CHECKING:
    from comity.assess.model import PropensityModel

_SHIPPED = "comity.assess.models"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Scaling(BaseModel):
    model_config = ConfigDict(extra="allow")
    method: str
    __pydantic_extra__: dict[str, float] = Field(init=False)


class _Indicator(_Strict):
    id: str
    weight: float = Field(default=1.0, ge=0, allow_inf_nan=False)
    direction: Literal["higher", "lower"] | None = None
    transform: str = "none"
    scaling: _Scaling | None = None
    max_age: int | None = Field(default=None, ge=0)
    optional: bool = False


class _Construct(_Strict):
    id: str
    title: str = ""
    weight: float = Field(default=1.0, ge=0, allow_inf_nan=False)
    notes: str = ""
    indicator: list[_Indicator] = Field(min_length=1)


class _Aggregation(_Strict):
    indicators: str = "arithmetic"
    constructs: str = "arithmetic"


class _Missing(_Strict):
    max_age: int = Field(default=5, ge=0)
    flag_below: float = Field(default=0.6, ge=0, le=1)
    drop_below: float = Field(default=0.4, ge=0, le=1)
    top_below: float = Field(default=0.5, ge=0, le=1)
    rule: str = "available"


class _Reference(_Strict):
    year: int | None = None
    group: str = "states"


class _Override(_Strict):
    partner: str
    indicator: str
    value: float = Field(allow_inf_nan=False)
    reason: str = Field(min_length=1)


class _Model(_Strict):
    name: str
    title: str = ""
    status: str = "User's model"
    notes: str = ""
    scaling: _Scaling | None = None
    aggregation: _Aggregation = Field(default_factory=_Aggregation)
    missing: _Missing = Field(default_factory=_Missing)
    reference: _Reference = Field(default_factory=_Reference)
    constructs: list[_Construct] = Field(min_length=1, alias="construct")
    overrides: list[_Override] = Field(default_factory=list, alias="override")


def shipped_models() -> list[str]:
    """Names of the models that come with Comity."""
    names = (entry.name for entry in files(_SHIPPED).iterdir())
    return sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml"))


def read_model(name: str | Path) -> dict[str, Any]:
    """Read a model's parts from a file, or from a shipped model by its name."""
    path = Path(name)
    if str(name) in shipped_models():
        text = files(_SHIPPED).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return parse_model(text, str(name))
    if not path.suffix and not path.exists():
        raise UnknownName("model", str(name), shipped_models())
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FileError(path, "the file is not UTF-8 text.", mend="Save it as UTF-8.") from None
    except OSError as refusal:
        raise FileError(
            path, f"cannot be read ({refusal.strerror}).", mend="Check the name."
        ) from None
    return parse_model(text, str(name))


def parse_model(text: str, source: str) -> dict[str, Any]:
    """Turn TOML into the parts of a model.

    Raises
    ------
    FileError
        With the line, the field, what was expected and how to mend it.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as refusal:
        raise not_toml(source, refusal) from None
    try:
        parsed = _Model.model_validate(raw)
    except ValidationError as refusal:
        raise _as_file_error(refusal, raw, text, source) from None
    try:
        return _parts(parsed)
    except (RecipeError, UnknownName) as refusal:
        line = line_naming(text, str(refusal))
        raise FileError(source, str(refusal), line=line) from None


def _parts(parsed: _Model) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "name": parsed.name,
        "title": parsed.title,
        "status": parsed.status,
        "notes": parsed.notes,
        "constructs": tuple(_construct(c) for c in parsed.constructs),
        "aggregation": (parsed.aggregation.indicators, parsed.aggregation.constructs),
        "missing": MissingRule(**parsed.missing.model_dump()),
        "reference": Reference(**parsed.reference.model_dump()),
        "overrides": tuple(_override(o) for o in parsed.overrides),
    }
    if parsed.scaling is not None:
        parts["scaling"] = _scaling(parsed.scaling)
    return parts


def _scaling(parsed: _Scaling) -> Scaling:
    return Scaling(parsed.method, dict(parsed.model_extra or {}))


def _construct(parsed: _Construct) -> Construct:
    uses = tuple(
        IndicatorUse(
            id=u.id,
            weight=u.weight,
            direction=Direction(u.direction) if u.direction else None,
            transform=u.transform,
            scaling=_scaling(u.scaling) if u.scaling else None,
            max_age=u.max_age,
            optional=u.optional,
        )
        for u in parsed.indicator
    )
    return Construct(parsed.id, uses, parsed.title, parsed.weight, parsed.notes)


def _override(parsed: _Override) -> Override:
    partner = partner_book().resolve(parsed.partner).id
    return Override(**{**parsed.model_dump(), "partner": partner})


def _as_file_error(
    refusal: ValidationError, raw: Mapping[str, Any], text: str, source: str
) -> FileError:
    """Say the first mistake in words, with the line it stands on."""
    first = refusal.errors()[0]
    place, field = _place(first["loc"], raw)
    said = first["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    given = first.get("input")
    if first["type"] == "extra_forbidden":
        what, mend = f"{place} has an unknown field {field!r}.", "Remove it or mend its spelling."
    elif first["type"] == "missing":
        what, mend = f"{place} lacks the field {field!r}.", "Add it."
    else:
        shown = f" and is {given!r}" if isinstance(given, str | int | float) else ""
        what, mend = f"{place}: {field} must be {said}{shown}.", ""
    return FileError(source, what, line=_line_of(text, place, field), mend=mend)


def _place(where: tuple[int | str, ...], raw: Mapping[str, Any]) -> tuple[str, str]:
    """Name the part of the model that a mistake is in, by the ids that the user wrote."""
    node: Any = raw
    names = []
    for step in where[:-1]:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, Mapping) and "id" in node:
            names.append(f"{node['id']!r}")
    field = next((str(s) for s in reversed(where) if isinstance(s, str)), "?")
    return (" in ".join(reversed(names)) or "the model"), field


def _line_of(text: str, place: str, field: str) -> int | None:
    """First line that mentions the field after the innermost id, as far as text can tell."""
    lines = text.splitlines()
    start = 0
    if place != "the model":
        innermost = place.partition(" in ")[0].strip("'")
        found = [i for i, line in enumerate(lines) if f'"{innermost}"' in line]
        start = found[0] if found else 0
    for number in range(start, len(lines)):
        if lines[number].lstrip().startswith((f"{field} ", f"{field}=")) or (
            f" {field} =" in lines[number]
        ):
            return number + 1
    return start + 1 if start else None


def write_model(model: "PropensityModel") -> str:
    """Write a model as TOML, leaving out what equals the default."""
    import tomlkit

    doc = tomlkit.document()
    for key in ("name", "title", "status", "notes"):
        if getattr(model, key):
            doc[key] = getattr(model, key)
    doc["scaling"] = _scaling_table(model.scaling)
    doc["aggregation"] = dict(zip(("indicators", "constructs"), model.aggregation, strict=True))
    rule, reference = model.missing, model.reference
    doc["missing"] = {
        name: getattr(rule, name)
        for name in ("max_age", "flag_below", "drop_below", "top_below", "rule")
    }
    doc["reference"] = {"group": reference.group} | (
        {} if reference.year is None else {"year": reference.year}
    )
    doc["construct"] = [_construct_table(c) for c in model.constructs]
    if model.overrides:
        doc["override"] = [asdict(override) for override in model.overrides]
    return tomlkit.dumps(doc)


def _scaling_table(scaling: Scaling) -> dict[str, Any]:
    return {"method": scaling.method, **dict(scaling.parameters)}


def _construct_table(construct: Construct) -> dict[str, Any]:
    table: dict[str, Any] = {"id": construct.id}
    if construct.title:
        table["title"] = construct.title
    table["weight"] = construct.weight
    if construct.notes:
        table["notes"] = construct.notes
    table["indicator"] = [_use_table(use) for use in construct.indicators]
    return table


def _use_table(use: IndicatorUse) -> dict[str, Any]:
    table: dict[str, Any] = {"id": use.id, "weight": use.weight}
    if use.direction is not None:
        table["direction"] = str(use.direction)
    if use.transform != "none":
        table["transform"] = use.transform
    if use.scaling is not None:
        table["scaling"] = _scaling_table(use.scaling)
    if use.max_age is not None:
        table["max_age"] = use.max_age
    if use.optional:
        table["optional"] = True
    return table
