"""A ready study as its file has it: frame, variants, checks of claims, limits."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from comity.evaluate.study import Study
from comity.evaluate.study_file import study_from
from comity.literature import PublishedClaim, get_claim
from comity.terms.errors import FileError, UnknownName

EXPECTATIONS = ("less", "more", "none", "small", "described")
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Frame:
    """How the table of a study is put together.

    Parameters
    ----------
    years
        First and last year.
    group
        Grouping whose members are in; every partner where empty. The United States never is.
    indicators
        Indicator of each column that must be there.
    optional
        Indicator of each column that some checks need and others do not.
    columns
        Computed columns, in order, as :mod:`comity.evaluate.frame_expression` reads them.
    """

    __pydantic_config__ = _STRICT
    years: tuple[int, int]
    group: str = ""
    indicators: dict[str, str] = field(default_factory=dict)
    optional: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to measure what the study is about.

    Parameters
    ----------
    id, title
        Short name, and what is measured.
    indicators, columns
        Added to those of the frame.
    """

    __pydantic_config__ = _STRICT
    id: str
    title: str
    indicators: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One claim, or question of our own, and the specifications that it is set against.

    Parameters
    ----------
    id
        Short name.
    question
        What the specifications ask, in one line.
    expect
        ``less``, ``more`` or ``none`` of the outcome where there is more of the quantity;
        ``small``: less, but not by much; ``described``: nothing is expected.
    claim
        Id of the literature's claim; empty for a question of our own.
    reading
        How the claim was turned into a quantity, and what is only a stand-in.
    unit
        What an estimate of one means.
    needs
        Optional columns without which it cannot be run.
    study
        What differs from the common part of the study, as a study file would write it.
    permute
        Whether the whole curve is tested under permutations.
    """

    __pydantic_config__ = _STRICT
    id: str
    question: str
    expect: str
    claim: str = ""
    reading: str = ""
    unit: str = ""
    needs: list[str] = field(default_factory=list)
    study: dict[str, Any] = field(default_factory=dict)
    permute: bool = True

    @property
    def published(self) -> PublishedClaim | None:
        """The claim itself."""
        return get_claim(self.claim) if self.claim else None


@dataclass(frozen=True, slots=True)
class Dynamics:
    """Columns for the comparison of estimators where the outcome depends on its own past.

    Parameters
    ----------
    outcome, treatment, controls
        Columns; treatment and controls are taken one period back.
    rule
        Rows that are used.
    """

    __pydantic_config__ = _STRICT
    outcome: str
    treatment: str
    controls: list[str] = field(default_factory=list)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ReadyStudy:
    """A study that comes with Comity.

    Parameters
    ----------
    id, title, question
        Short name, heading, and the question in one sentence.
    design
        What the design is, in a few sentences.
    limits
        What a reader must know before quoting, one sentence each.
    frame, variants, checks
        Data, ways of measuring, and claims.
    study
        What all checks share, as a study file would write it.
    dynamics
        Comparison of estimators; none where the outcome has no inertia worth it.
    """

    __pydantic_config__ = _STRICT
    id: str
    title: str
    question: str
    design: str
    limits: list[str]
    frame: Frame
    study: dict[str, Any]
    variant: list[Variant]
    check: list[Check]
    dynamics: Dynamics | None = None

    def __post_init__(self) -> None:
        """Refuse what could not be run."""
        for one in self.check:
            if one.expect not in EXPECTATIONS:
                raise ValueError(f"{one.id}: expect has {one.expect!r}; use {EXPECTATIONS}")

    def of_check(self, check: Check) -> Study:
        """Study of one check: the common part with what the check changes.

        Raises
        ------
        FileError
            If a field is unknown or wrong.
        """
        raw = {"name": f"{self.id}: {check.id}", "unit": "partner", "period": "year"}
        merged = raw | _merged(self.study, check.study)
        return study_from(merged, place=f"{self.id}.toml, check {check.id}")

    def chosen(self, name: str) -> Variant:
        """One variant by its id.

        Raises
        ------
        UnknownName
            If there is none.
        """
        for one in self.variant:
            if one.id == name:
                return one
        raise UnknownName(f"variant of {self.id}", name, [one.id for one in self.variant])


def _merged(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the common part with single fields of its sections replaced; samples go whole."""
    merged = dict(common)
    for key, value in own.items():
        inside = merged.get(key)
        if isinstance(value, dict) and isinstance(inside, dict) and key != "samples":
            merged[key] = inside | value
        else:
            merged[key] = value
    return merged


def read_ready(path: Path) -> ReadyStudy:
    """Read a ready study from its file.

    Raises
    ------
    FileError
        If it is no TOML, or a field is unknown, missing or of the wrong kind.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        study: ReadyStudy = TypeAdapter(ReadyStudy).validate_python(raw)
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise FileError(path, f"it is no TOML ({problem}).") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        field_name = ".".join(str(part) for part in first["loc"])
        raise FileError(path, f"the field {field_name!r} is wrong: {first['msg']}.") from problem
    for check in study.check:
        study.of_check(check)
    return study


@cache
def shipped() -> dict[str, ReadyStudy]:
    """Every ready study by its id.

    Examples
    --------
    >>> sorted(shipped())
    ['africa', 'fragile-states', 'fragility', 'training-allocation']
    """
    folder = Path(str(files("comity.evaluate").joinpath("ready")))
    found = [read_ready(path) for path in sorted(folder.glob("*.toml"))]
    return {study.id: study for study in found}


def get_ready(name: str) -> ReadyStudy:
    """One ready study by its id.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.
    """
    known = shipped()
    if name not in known:
        raise UnknownName("ready study", name, known)
    return known[name]
