"""Studies from TOML files: the names, shapes and units of every field are checked here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from comity.evaluate.study import NONE, Outcome, Study, Treatment
from comity.terms.errors import FileError


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Texts = Annotated[list[str], BeforeValidator(_as_list), Field(min_length=1)]
Counts = Annotated[
    list[Annotated[int, Field(ge=0, le=100)]], BeforeValidator(_as_list), Field(min_length=1)
]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Data(_Section):
    file: str = ""
    indicators: dict[str, str] = {}
    years: list[int] = []

    @model_validator(mode="after")
    def _one_source(self) -> "_Data":
        if bool(self.file) == bool(self.indicators):
            raise ValueError("give either a file or indicators of the panel")
        if self.indicators and len(self.years) != 2:
            raise ValueError("give the first and the last year, such as years = [1995, 2018]")
        return self


@dataclass(frozen=True, slots=True)
class DataSource:
    """Where a study's data come from: a CSV file, or indicators of Comity's panel.

    Parameters
    ----------
    file
        The file; none where indicators are named.
    indicators
        Id of the panel's indicator for each column.
    years
        First and last year of the panel.
    """

    file: Path | None
    indicators: dict[str, str]
    years: tuple[int, int]


class _Outcome(_Section):
    column: Texts
    lead: Counts = [0]
    transform: Texts = [NONE]


class _Treatment(_Section):
    column: Texts
    lag: Counts = [0]
    transform: Texts = [NONE]
    deflator: Texts = [NONE]


class _Controls(_Section):
    required: list[str] = []
    optional: list[str] = []
    together: list[list[str]] = []


class _Model(_Section):
    estimator: Texts = ["ols"]
    absorb: Texts = [NONE]
    errors: Texts = ["hetero"]
    weights: Texts = [NONE]
    moderators: Texts = [NONE]
    quantity: Texts = ["treatment"]
    instruments: list[str] = []
    missing: str = "each"
    randomised: bool = False


class _StudyFile(_Section):
    name: str
    unit: str
    period: str
    data: _Data
    outcome: _Outcome
    treatment: _Treatment
    controls: _Controls = _Controls()
    model: _Model = _Model()
    samples: dict[str, str] = {"all": ""}
    specifications: str = ""


def read_study(path: Path) -> tuple[Study, DataSource, Path | None]:
    """Read a study.

    Returns
    -------
    tuple
        The study, where its data come from, and its own table of specifications if it names one;
        files are found beside the study.

    Raises
    ------
    FileError
        If the file is missing, is no TOML, or a field is unknown, missing or of the wrong kind.
    """
    if not path.is_file():
        raise FileError(path, "there is no such file.", mend="Give the path of a study (TOML).")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        parsed = _StudyFile.model_validate(raw)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise FileError(path, f"it is no TOML ({problem}).") from problem
    except ValidationError as problem:
        raise FileError(path, _first_problem(problem)) from problem
    own = path.parent / parsed.specifications if parsed.specifications else None
    data = parsed.data
    first, last = data.years or (0, 0)
    file = path.parent / data.file if data.file else None
    return _study_of(parsed), DataSource(file, data.indicators, (first, last)), own


def study_from(raw: Mapping[str, Any], *, place: Path | str = "the study") -> Study:
    """Study of a table of plain values in the format of a study file, without its data.

    Raises
    ------
    FileError
        If a field is unknown, missing or of the wrong kind; names ``place``.
    """
    try:
        parsed = _StudyFile.model_validate({**raw, "data": {"file": "-"}})
    except ValidationError as problem:
        raise FileError(place, _first_problem(problem)) from problem
    return _study_of(parsed)


def _first_problem(problem: ValidationError) -> str:
    unknown = [e for e in problem.errors() if e["type"] == "extra_forbidden"]
    first = (unknown or problem.errors())[0]
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"there is no field {field!r} in a study; the reference page lists them all."
    return f"the field {field!r} is wrong: {first['msg'].lower()}."


def _study_of(parsed: _StudyFile) -> Study:
    outcome, treatment = parsed.outcome, parsed.treatment
    outcomes = product(outcome.column, outcome.lead, outcome.transform)
    treatments = product(treatment.column, treatment.lag, treatment.transform, treatment.deflator)
    singles = [[text] for text in parsed.controls.optional]
    model = parsed.model
    return Study(
        parsed.name,
        parsed.unit,
        parsed.period,
        tuple(Outcome(*parts) for parts in outcomes),
        tuple(Treatment(*parts) for parts in treatments),
        tuple(parsed.controls.required),
        tuple(tuple(group) for group in (*singles, *parsed.controls.together)),
        tuple(model.moderators),
        tuple(model.absorb),
        tuple(model.errors),
        tuple(model.estimator),
        tuple(model.instruments),
        tuple(model.weights),
        parsed.samples,
        tuple(model.quantity),
        model.missing,
        model.randomised,
    )
