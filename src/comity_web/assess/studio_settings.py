"""What somebody set in the model studio: read from a form or an address, written as an address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite
from urllib.parse import urlencode

from django.http import QueryDict

from comity.assess.model import COMITY_RANGE, PropensityModel
from comity.methods.means import MEANS
from comity.methods.normalise import Scaling
from comity.terms.errors import InputError, UnknownName
from comity_web.world.groups import chosen_group

#: Scalings that stay within one range, so that the studio's intervals can mix them.
SCALINGS = ("percentile", "winsorised", "minmax", "logistic", "prank")
#: The starting model where no other is named.
DEFAULT_BASE = "comity-default"
#: Most that a weight may be; only shares count, so nobody needs more.
MOST_WEIGHT = 100.0


@dataclass(frozen=True)
class StudioSettings:
    """A starting model and what was changed in it.

    Parameters
    ----------
    base
        Name of the starting model, as addresses write it.
    start
        The starting model.
    year, group
        Of the question.
    weights, indicator_weights
        Weights that differ from the starting model's.
    off
        Indicators that are switched off.
    scaling
        Name of the scaling.
    aggregation
        Mean within constructs and across them.
    """

    base: str
    start: PropensityModel
    year: int
    group: str | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    indicator_weights: Mapping[str, float] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    scaling: str = "percentile"
    aggregation: tuple[str, str] = ("arithmetic", "arithmetic")

    @cached_property
    def model(self) -> PropensityModel:
        """The starting model with the changes.

        Raises
        ------
        RecipeError
            If nothing is left to score with.
        """
        if not self.changed:
            return self.start
        model = self.start.with_weights(self.weights, self.indicator_weights)
        if self.scaling != self.start.scaling.method:
            model = replace(model, scaling=_scaling(self.start, self.scaling))
        model = replace(
            model,
            aggregation=self.aggregation,
            name=f"{self.start.name.removesuffix('-changed')}-changed",
            title=f"{(self.start.title or self.start.name).removesuffix(', changed')}, changed",
            status="User's model",
        )
        return model.without(self.off)

    @property
    def changed(self) -> bool:
        """Whether anything differs from the starting model."""
        own = (self.start.scaling.method, self.start.aggregation)
        differs = (self.scaling, self.aggregation) != own
        return bool(differs or self.weights or self.indicator_weights or self.off)

    @property
    def query(self) -> str:
        """The address's query: only what differs from the starting model, so that it stays short."""
        said: dict[str, str] = {"base": self.base, "year": str(self.year)}
        if self.group or self.base != DEFAULT_BASE:
            said["group"] = self.group or ""  # a saved scenario brings its own unless told
        if self.scaling != self.start.scaling.method:
            said["scaling"] = self.scaling
        means = zip(("within", "across"), self.start.aggregation, self.aggregation, strict=True)
        said |= {name: mine for name, own, mine in means if own != mine}
        said |= {f"w-{name}": f"{value:g}" for name, value in self.weights.items()}
        said |= {f"i-{name}": f"{value:g}" for name, value in self.indicator_weights.items()}
        if self.off:
            said["off"] = ",".join(sorted(self.off))
        return urlencode(said, safe=",")

    @property
    def changes(self) -> list[str]:
        """What was changed, one short sentence each."""
        said = []
        titles = {c.id: c.label for c in self.start.constructs}
        before = {c.id: c.weight for c in self.start.constructs}
        for name, value in self.weights.items():
            said.append(f"Weight of {titles[name]}: {before[name]:g} to {value:g}.")
        own = {use.id: use.weight for use in self.start.uses}
        for name, value in self.indicator_weights.items():
            said.append(f"Weight of {name}: {own[name]:g} to {value:g}.")
        said += [f"{name} is switched off." for name in sorted(self.off)]
        if self.scaling != self.start.scaling.method:
            said.append(f"Scaling: {self.start.scaling.method} to {self.scaling}.")
        if self.aggregation != self.start.aggregation:
            means = " and ".join(self.aggregation)
            said.append(f"Means within and across constructs: {means}.")
        return said


def read_settings(
    data: QueryDict, base: str, start: PropensityModel, *, year: int, group: str | None = None
) -> StudioSettings:
    """Read settings from a form or an address.

    Parameters
    ----------
    data
        ``year``, ``group``, ``scaling``, ``within``, ``across``, ``w-<construct>``,
        ``i-<indicator>``; a form ticks what is ``on``, an address lists what is ``off``.
    base, start
        The starting model and its name.
    year, group
        Where ``data`` does not say.

    Raises
    ------
    InputError
        If a weight or year is not a number, or a name is unknown.
    """
    own_scaling, own_means = start.scaling.method, start.aggregation
    return StudioSettings(
        base=base,
        start=start,
        year=_whole(data.get("year") or year),
        group=_group(str(data["group"])) if "group" in data else group,
        weights=_weights(data, "w-", {c.id: c.weight for c in start.constructs}),
        indicator_weights=_weights(data, "i-", {u.id: u.weight for u in start.uses}),
        off=_off(data, start),
        scaling=_one_of("scaling", data.get("scaling") or own_scaling, (*SCALINGS, own_scaling)),
        aggregation=(
            _one_of("aggregation", data.get("within") or own_means[0], MEANS),
            _one_of("aggregation", data.get("across") or own_means[1], MEANS),
        ),
    )


def _weights(data: QueryDict, prefix: str, own: Mapping[str, float]) -> dict[str, float]:
    found = {}
    for key, text in data.items():
        name = key.removeprefix(prefix)
        if name == key or not str(text).strip():
            continue
        if name not in own:
            raise UnknownName("construct or indicator", name, own)
        value = _number(name, str(text))
        if value != own[name]:
            found[name] = value
    return found


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value) or not 0 <= value <= MOST_WEIGHT:
        raise InputError(
            f"The weight of {name} is {text!r}; give a number from 0 to {MOST_WEIGHT:g}."
        )
    return value


def _whole(text: object) -> int:
    try:
        return int(str(text))
    except ValueError:
        raise InputError(f"The year is {text!r}; give a year such as 2022.") from None


def _group(name: str) -> str | None:
    if not name:
        return None
    return chosen_group(name).name


def _off(data: QueryDict, start: PropensityModel) -> frozenset[str]:
    if "form" in data:
        return frozenset(start.indicators) - frozenset(data.getlist("on"))
    named = frozenset(name for name in data.get("off", "").split(",") if name)
    for name in named - frozenset(start.indicators):
        raise UnknownName("indicator", name, start.indicators)
    return named


def _one_of(kind: str, name: str, known: tuple[str, ...]) -> str:
    if name not in known:
        raise UnknownName(kind, name, known)
    return name


def _scaling(start: PropensityModel, name: str) -> Scaling:
    """Keep the starting model's range where it has one, so that means stay comparable."""
    own = {k: float(v) for k, v in start.scaling.parameters.items() if k in {"lower", "upper"}}
    return Scaling(name, own or COMITY_RANGE)
