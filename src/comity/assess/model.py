"""A propensity model: a frozen recipe that says how partners are scored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.assess.model_file import read_model, write_model
from comity.assess.model_lines import blaming
from comity.assess.model_parts import (
    Construct,
    IndicatorUse,
    MissingRule,
    Override,
    Reference,
)
from comity.assess.scoring import score_model, score_series
from comity.methods.means import mean_name
from comity.methods.normalise import Scaling
from comity.terms.errors import RecipeError, UnknownName
from comity.terms.hierarchy import Hierarchy, Level
from comity.world.partners import partners as partner_book

if TYPE_CHECKING:
    from comity.assess.scores import Scores
    from comity.world.panel import Panel

#: The range of scaled values: it starts above zero so that geometric and harmonic means exist.
COMITY_RANGE = {"lower": 1.0, "upper": 100.0}


@dataclass(frozen=True)
class PropensityModel:
    """How indicators become constructs and constructs become one propensity score.

    Parameters
    ----------
    name, title
        Short name and heading.
    status
        Who stands behind the choices, for example ``"Comity default"``.
    constructs
        Groups of indicators, with weights.
    scaling
        How every indicator is scaled, unless it says otherwise.
    aggregation
        Mean of indicators within a construct, and of constructs within the score.
    missing
        What is done about missing values.
    reference
        Sample and year on which the scaling is fitted and frozen.
    notes
        What a reader should know.
    overrides
        Values that the user sets in place of the panel's, each with its reason.

    Raises
    ------
    RecipeError
        If weights, names or methods cannot be used as written.

    References
    ----------
    :cite:p:`paul2013prioritization` for the idea of a propensity score set against priority and
    funding; the constructs, indicators and weights of the default are Comity's own.
    """

    name: str
    constructs: tuple[Construct, ...]
    title: str = ""
    status: str = "User's model"
    scaling: Scaling = field(default_factory=lambda: Scaling("percentile", COMITY_RANGE))
    aggregation: tuple[str, str] = ("arithmetic", "arithmetic")
    missing: MissingRule = field(default_factory=MissingRule)
    reference: Reference = field(default_factory=Reference)
    notes: str = ""
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        if not self.constructs:
            raise RecipeError(f"The model {self.name!r} has no construct; add at least one.")
        _refuse_repeats("construct", [c.id for c in self.constructs])
        _refuse_repeats("indicator", self.indicators)
        for override in self.overrides:
            _known("indicator", override.indicator, self.indicators)
        object.__setattr__(self, "aggregation", tuple(mean_name(m) for m in self.aggregation))
        _ = self.tree

    @classmethod
    def default(cls) -> "PropensityModel":
        """Return the Comity default: ten constructs on open data, equal weights."""
        return cls.load("comity-default")

    @classmethod
    def load(cls, name: str | Path) -> "PropensityModel":
        """Read a model from a TOML file, or one that ships with Comity by its name.

        Raises
        ------
        FileError
            If the file cannot be read as a model; says where and what to mend.
        UnknownName
            If no model of that name ships with Comity.
        """
        with blaming(name):
            return cls(**read_model(name))

    def to_toml(self) -> str:
        """Write the model as TOML that :meth:`load` reads back to an equal model."""
        return write_model(self)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        plain = asdict(self)
        plain["scaling"] = {"method": self.scaling.method, **self.scaling.parameters}
        return plain

    @cached_property
    def digest(self) -> str:
        """Eight characters that change whenever anything that matters to a score changes."""
        plain = {k: v for k, v in self.to_dict().items() if k not in {"title", "notes", "status"}}
        return sha256(dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:8]

    @property
    def uses(self) -> tuple[IndicatorUse, ...]:
        """Every indicator with the way it is used, construct by construct."""
        return tuple(use for construct in self.constructs for use in construct.indicators)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators, construct by construct."""
        return tuple(use.id for use in self.uses)

    @property
    def tree(self) -> Hierarchy:
        """The two levels with their weights."""
        parents = [k for k, c in enumerate(self.constructs) for _ in c.indicators]
        bottom = Level(
            self.indicators,
            np.array(parents, dtype=np.int64),
            np.array([use.weight for use in self.uses], dtype=float),
        )
        top = Level(
            tuple(c.id for c in self.constructs),
            np.zeros(len(self.constructs), dtype=np.int64),
            np.array([c.weight for c in self.constructs], dtype=float),
        )
        return Hierarchy((bottom, top), "propensity")

    def with_weights(
        self,
        constructs: Mapping[str, float] | None = None,
        indicators: Mapping[str, float] | None = None,
    ) -> "PropensityModel":
        """Return the same model with some weights changed.

        Raises
        ------
        UnknownName
            If a construct or indicator is not in the model.
        """
        for name in constructs or {}:
            _known("construct", name, [c.id for c in self.constructs])
        for name in indicators or {}:
            _known("indicator", name, self.indicators)
        changed = tuple(
            replace(
                c,
                weight=float((constructs or {}).get(c.id, c.weight)),
                indicators=tuple(
                    replace(u, weight=float((indicators or {}).get(u.id, u.weight)))
                    for u in c.indicators
                ),
            )
            for c in self.constructs
        )
        return replace(self, constructs=changed)

    def without(self, indicators: Iterable[str]) -> "PropensityModel":
        """Return the same model without some indicators; a construct left empty goes too.

        Raises
        ------
        UnknownName
            If an indicator is not in the model.
        """
        gone = set(indicators)
        for name in gone:
            _known("indicator", name, self.indicators)
        kept = (
            replace(c, indicators=tuple(u for u in c.indicators if u.id not in gone))
            for c in self.constructs
        )
        return replace(
            self,
            constructs=tuple(c for c in kept if c.indicators),
            overrides=tuple(o for o in self.overrides if o.indicator not in gone),
        )

    def with_override(
        self, partner: str, indicator: str, value: float, *, reason: str
    ) -> "PropensityModel":
        """Return the same model in which one value is set by hand, with the reason.

        Parameters
        ----------
        partner
            Id or any known name.
        indicator
            Of the model.
        value
            In the indicator's own unit; it replaces an earlier override of the same cell.
        reason
            Carried into every result.
        """
        new = Override(partner_book().resolve(partner).id, indicator, float(value), reason)
        cell = (new.partner, new.indicator)
        kept = tuple(o for o in self.overrides if (o.partner, o.indicator) != cell)
        return replace(self, overrides=(*kept, new))

    def score(
        self,
        panel: "Panel",
        *,
        year: int,
        group: str | None = None,
        partners: Sequence[str] | None = None,
        drop_missing: bool = False,
    ) -> "Scores":
        """Score partners for one year.

        Parameters
        ----------
        panel
            What is known.
        year
            The year asked for; each indicator's latest value within its maximum age is used.
        group
            Name of a grouping such as ``"AFRICOM"``, by its membership in ``year``.
        partners
            Ids or names of partners, in place of a group.
        drop_missing
            Score without the indicators that the panel does not hold, and say so, in place of
            refusing.

        Raises
        ------
        RecipeError
            If the panel lacks an indicator of the model.
        InputError
            If the year is outside the panel or a partner or group is unknown.
        """
        return score_model(
            self, panel, year=year, group=group, partners=partners, drop_missing=drop_missing
        )

    def score_series(
        self, panel: "Panel", *, years: Iterable[int], group: str | None = None
    ) -> "dict[int, Scores]":
        """Score the same partners for several years, on the frozen reference sample."""
        return score_series(self, panel, years=years, group=group)


def _refuse_repeats(kind: str, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise RecipeError(f"The {kind} {name!r} appears twice in the model; keep one of them.")
        seen.add(name)


def _known(kind: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise UnknownName(kind, name, known)
