"""Every gate by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from comity.authorities.gates import (
    ame_383,
    child_soldiers,
    construction,
    country_caps,
    coup,
    excess_articles,
    leahy,
    notice_333,
)
from comity.authorities.gates.result import GateResult
from comity.terms.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: its name, what it is, the facts it asks for, and its function."""

    name: str
    title: str
    facts: type[Any]
    judge: Callable[[Any, date], GateResult]


def _gate(module: ModuleType, facts: type[Any]) -> Gate:
    return Gate(module.NAME, module.TITLE, facts, module.judge)


_ALL = (
    _gate(leahy, leahy.LeahyFacts),
    _gate(notice_333, notice_333.NoticeFacts),
    _gate(ame_383, ame_383.EvaluationFacts),
    _gate(construction, construction.ConstructionFacts),
    _gate(child_soldiers, child_soldiers.ChildSoldierFacts),
    _gate(coup, coup.CoupFacts),
    _gate(country_caps, country_caps.CountryCapFacts),
    _gate(excess_articles, excess_articles.ExcessFacts),
)
GATES: Mapping[str, Gate] = {gate.name: gate for gate in _ALL}


def gate(name: str) -> Gate:
    """Return a gate by its name.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.
    """
    if name not in GATES:
        refusal = UnknownName("gate", name, GATES)
        refusal.args = (f"{refusal} Gates: {', '.join(GATES)}.",)
        raise refusal
    return GATES[name]
