"""A study: what is asked of a panel, with every alternative that could defensibly be chosen."""

import re
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from json import dumps
from typing import Any

from comity.evaluate.panel_errors import Errors, parse_errors
from comity.methods.formula import Factor, Term, parse_effects, parse_formula, term_name
from comity.methods.transform import TRANSFORMS
from comity.terms.errors import RecipeError
from comity.terms.estimate import Claim

DYNAMIC = ("anderson-hsiao", "lsdv", "difference-gmm", "system-gmm")
EVENTS = ("two-way", "sun-abraham", "callaway-santanna", "imputation")
ESTIMATORS = ("ols", "poisson", "2sls", *DYNAMIC, *EVENTS)
NONE = "none"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way to measure the outcome.

    Parameters
    ----------
    column
        Column of the table.
    lead
        Periods ahead: the horizon.
    transform
        One of ``none``, ``log``, ``log1p``, ``asinh``, ``sqrt``.
    """

    column: str
    lead: int = 0
    transform: str = NONE

    @property
    def label(self) -> str:
        """Name in tables."""
        core = self.column if self.transform == NONE else f"{self.transform}({self.column})"
        return f"{core} +{self.lead}" if self.lead else core


@dataclass(frozen=True, slots=True)
class Treatment:
    """One way to measure the treatment.

    Parameters
    ----------
    column
        Column of the table.
    lag
        Periods back.
    transform
        As for an outcome; taken after deflating.
    deflator
        Column to divide by, or ``none``.
    """

    column: str
    lag: int = 0
    transform: str = NONE
    deflator: str = NONE

    @property
    def label(self) -> str:
        """Name in tables."""
        core = self.column if self.deflator == NONE else f"{self.column}/{self.deflator}"
        core = core if self.transform == NONE else f"{self.transform}({core})"
        return f"{core} -{self.lag}" if self.lag else core


@dataclass(frozen=True, slots=True)
class Study:
    """A frozen study.

    Parameters
    ----------
    name
        Name in tables and citations.
    unit, period
        Columns that say unit and period.
    outcomes, treatments
        Alternatives.
    required
        Control terms that every specification has.
    options
        Controls that are in or out, each a group of terms that go together.
    moderators
        Columns that the treatment is interacted with, together with their main terms; ``none``.
    absorbed
        Fixed effects as text, such as ``unit + year``; ``none``.
    errors
        Standard errors as text, such as ``unit`` or ``hetero``.
    estimators
        ``ols``, ``poisson`` or ``2sls``; or one that brings its own effects and errors, see
        ``multiverse_named``.
    instruments
        Terms that ``2sls`` uses for the treatment.
    weights
        Columns of weights; ``none``.
    samples
        Rule of each named sample; an empty rule takes every row.
    quantities
        Named quantities: weighted sums of ``treatment``, ``interaction`` and control terms, such
        as ``treatment + 0.5*interaction``; or what an estimator names, such as ``long_run``.
    missing
        ``each``: every specification on its own complete rows; ``common``: all of them on the
        rows that are complete for all.
    randomised
        Whether the treatment was assigned at random, the one design here whose coefficients earn
        the name of an effect.
    """

    name: str
    unit: str
    period: str
    outcomes: tuple[Outcome, ...]
    treatments: tuple[Treatment, ...]
    required: tuple[str, ...] = ()
    options: tuple[tuple[str, ...], ...] = ()
    moderators: tuple[str, ...] = (NONE,)
    absorbed: tuple[str, ...] = (NONE,)
    errors: tuple[str, ...] = ("hetero",)
    estimators: tuple[str, ...] = ("ols",)
    instruments: tuple[str, ...] = ()
    weights: tuple[str, ...] = (NONE,)
    samples: dict[str, str] = field(default_factory=lambda: {"all": ""})
    quantities: tuple[str, ...] = ("treatment",)
    missing: str = "each"
    randomised: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not be run, before anything is computed."""
        _refuse_unknown("estimators", self.estimators, ESTIMATORS)
        _refuse_unknown("missing", (self.missing,), ("each", "common"))
        _refuse_unknown("transform", [o.transform for o in self.outcomes], TRANSFORMS)
        _refuse_unknown("transform", [t.transform for t in self.treatments], TRANSFORMS)
        alternatives = asdict(self)
        for name in ("outcomes", "treatments", "moderators", "absorbed", "errors", "estimators",
                     "weights", "samples", "quantities"):  # fmt: skip
            if not alternatives[name]:
                raise RecipeError(f"The study {self.name!r} lists no {name}; give at least one.")
        if "2sls" in self.estimators and not self.instruments:
            raise RecipeError("The estimator '2sls' needs 'instruments' in [model].")
        if "2sls" in self.estimators and set(self.moderators) != {NONE}:
            raise RecipeError(
                "The estimator '2sls' takes no moderators: treatment times moderator is endogenous"
                " too and would need instruments of its own. Put them in two studies."
            )
        self._check_own_terms()
        for text in (*self.required, *(t for group in self.options for t in group)):
            control_terms(text)
        for text in self.errors:
            parse_errors(text)
        for text in self.absorbed:
            effects_of(text)
        for text in self.quantities:
            parse_quantity(text)

    def _check_own_terms(self) -> None:
        """Refuse an estimator with effects and errors of its own that could never answer."""
        named = [name for name in self.estimators if name in (*DYNAMIC, *EVENTS)]
        if not named:
            return
        both = {(self.unit,), (self.period,)}
        fine = (
            any(set(effects_of(text)) == both for text in self.absorbed)
            and any(parse_errors(text) == parse_errors(self.unit) for text in self.errors)
            and NONE in self.weights
            and NONE in self.moderators
        )
        if not fine:
            raise RecipeError(
                f"The estimator {named[0]!r} brings its own effects and errors: list"
                f" '{self.unit} + {self.period}' in absorb, '{self.unit}' in errors, and 'none' in"
                " weights and moderators."
            )

    @property
    def claim(self) -> Claim:
        """What the design lets a coefficient be called."""
        return Claim.EFFECT if self.randomised else Claim.ASSOCIATION

    @property
    def digest(self) -> str:
        """Digest of every field, so that a result can say what it was computed with."""
        text = dumps(asdict(self), sort_keys=True, ensure_ascii=True)
        return sha256(text.encode()).hexdigest()[:12]


def _refuse_unknown(where: str, given: Any, known: tuple[str, ...]) -> None:
    for value in given:
        if value not in known:
            raise RecipeError(f"{where} has {value!r}; choose among {', '.join(known)}.")


def control_terms(text: str) -> tuple[Term, ...]:
    """Terms of a control as written: ``a*b`` is a, b and a:b together."""
    return parse_formula(f"outcome ~ {text}").terms


def effects_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Fixed effects of an alternative; none for ``none``."""
    return () if text == NONE else parse_effects(text)


def clusters_of(text: str) -> Errors:
    """Standard errors of an alternative."""
    return parse_errors(text)


_PART = re.compile(r"\s*([+-]?)\s*(?:(\d+(?:\.\d+)?)\s*\*\s*)?([^\s+*-][^+*]*?)\s*(?=[+-]|$)")


def parse_quantity(text: str) -> dict[str, float]:
    """Read a weighted sum of coefficients.

    Examples
    --------
    >>> parse_quantity("treatment + 0.5*interaction")
    {'treatment': 1.0, 'interaction': 0.5}
    """
    found: dict[str, float] = {}
    place = 0
    while place < len(text.rstrip()):
        match = _PART.match(text, place)
        if match is None or (place > 0 and not match[1]):
            raise RecipeError(
                f"The quantity {text!r} cannot be read; write a sum such as"
                " 'treatment + 0.5*interaction'."
            )
        sign = -1.0 if match[1] == "-" else 1.0
        name = _canonical(match[3])
        found[name] = found.get(name, 0.0) + sign * float(match[2] or 1)
        place = match.end()
    if not found:
        raise RecipeError("A quantity is empty; write 'treatment' for the treatment's coefficient.")
    return found


def _canonical(name: str) -> str:
    if name in {"treatment", "interaction"}:
        return name
    terms = control_terms(name)
    if len(terms) != 1:
        raise RecipeError(f"The quantity {name!r} is not one term; weight each term by itself.")
    return term_name(terms[0])


_OF_AN_ESTIMATOR = re.compile(r"persistence|long_run|after|since_\d+|before_\d+")


def is_named_quantity(name: str) -> bool:
    """Whether an estimator with effects of its own answers with this quantity.

    Examples
    --------
    >>> is_named_quantity("since_2"), is_named_quantity("since")
    (True, False)
    """
    return _OF_AN_ESTIMATOR.fullmatch(name) is not None


def plain_factor(column: str) -> Factor:
    """Return the column itself as a factor of a formula."""
    return Factor(column)
