"""The choices behind a curve: what was varied, what each specification took, who is next to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.evaluate.ready_result import Specification

TITLES = {
    "sample": "Years and partners",
    "absorbed": "Fixed effects",
    "weights": "Weights",
    "errors": "Standard errors",
    "estimator": "Estimator",
    "outcome": "Outcome",
    "treatment": "Treatment",
    "moderator": "Moderator",
    "quantity": "Quantity",
}
CONTROL = "control: "
IN, OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that was varied.

    Parameters
    ----------
    name
        As addresses have it.
    title
        As people read it.
    alternatives
        What could be taken, in the order of the study.
    """

    name: str
    title: str
    alternatives: tuple[str, ...]

    @property
    def control(self) -> bool:
        """Whether it is a control that is in or out."""
        return self.name.startswith(CONTROL)


def taken(one: Specification, name: str) -> str:
    """Return the alternative that a specification took of a choice."""
    if name.startswith(CONTROL):
        return IN if name.removeprefix(CONTROL) in one.controls else OUT
    return one.settings[name]


def choices_of(found: Iterable[Specification]) -> tuple[Choice, ...]:
    """Return what differs among specifications; what all have in common is no choice."""
    every = sorted(found, key=lambda one: one.number)
    if not every:
        return ()
    names = list(every[0].settings)
    names += [CONTROL + c for c in dict.fromkeys(c for one in every for c in one.controls)]
    choices = []
    for name in names:
        alternatives = tuple(dict.fromkeys(taken(one, name) for one in every))
        if len(alternatives) > 1:
            title = TITLES.get(name) or f"Control: {name.removeprefix(CONTROL)}"
            choices.append(Choice(name, title, alternatives))
    return tuple(choices)


def neighbours(
    found: Mapping[int, Specification], number: int, choices: Iterable[Choice]
) -> list[tuple[int, Specification, Choice]]:
    """Return every specification that differs from one in a single choice, with that choice."""
    choices = tuple(choices)
    mine = [taken(found[number], choice.name) for choice in choices]
    close = []
    for other, one in found.items():
        apart = [
            choice
            for choice, own in zip(choices, mine, strict=True)
            if taken(one, choice.name) != own
        ]
        if len(apart) == 1:
            close.append((other, one, apart[0]))
    order = {choice.name: at for at, choice in enumerate(choices)}
    return sorted(close, key=lambda item: (order[item[2].name], item[0]))
