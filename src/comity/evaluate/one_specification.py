"""One specification of a study as a study of its own, and any study as the text of its file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from comity.evaluate.specifications import option_label
from comity.evaluate.study import Outcome, Study, Treatment
from comity.terms.errors import RecipeError, UnknownName

_SINGLE = {
    "absorbed": "absorbed",
    "weights": "weights",
    "errors": "errors",
    "estimator": "estimators",
    "moderator": "moderators",
    "quantity": "quantities",
}


def one_specification(study: Study, settings: Mapping[str, str], controls: Sequence[str]) -> Study:
    """Narrow a study to one specification: one alternative of every choice.

    Parameters
    ----------
    settings
        The alternative of every choice, by the labels that results use.
    controls
        Labels of the optional controls that are in; they become required.

    Raises
    ------
    UnknownName
        If the study has no such alternative.
    """
    known = {option_label(group): group for group in study.options}
    for label in controls:
        if label not in known:
            raise UnknownName("optional control", label, known)
    taken: dict[str, Any] = {
        field: (_found(choice, settings[choice], getattr(study, field)),)
        for choice, field in _SINGLE.items()
    }
    sample = _found("sample", settings["sample"], tuple(study.samples))
    outcomes = {one.label: one for one in study.outcomes}
    treatments = {one.label: one for one in study.treatments}
    return replace(
        study,
        name=f"{study.name}, one specification",
        outcomes=(outcomes[_found("outcome", settings["outcome"], tuple(outcomes))],),
        treatments=(treatments[_found("treatment", settings["treatment"], tuple(treatments))],),
        required=(*study.required, *(text for label in controls for text in known[label])),
        options=(),
        samples={sample: study.samples[sample]},
        **taken,
    )


def _found(choice: str, wanted: str, known: tuple[str, ...]) -> str:
    if wanted not in known:
        raise UnknownName(choice, wanted, known)
    return wanted


def study_toml(study: Study, data: Mapping[str, Any]) -> str:
    """Write a study as its file has it.

    Parameters
    ----------
    data
        Where the data come from: ``{"file": ...}``, or ``indicators`` and ``years``.

    Raises
    ------
    RecipeError
        If outcomes or treatments are no full combination, which a file cannot say.
    """
    import tomlkit

    plain = {
        "name": study.name,
        "unit": study.unit,
        "period": study.period,
        "data": dict(data),
        "outcome": _crossed(study.outcomes, ("column", "lead", "transform"), Outcome),
        "treatment": _crossed(
            study.treatments, ("column", "lag", "transform", "deflator"), Treatment
        ),
        "controls": {
            "required": list(study.required),
            "together": [list(group) for group in study.options],
        },
        "model": {
            "estimator": list(study.estimators),
            "absorb": list(study.absorbed),
            "errors": list(study.errors),
            "weights": list(study.weights),
            "moderators": list(study.moderators),
            "quantity": list(study.quantities),
            "instruments": list(study.instruments),
            "missing": study.missing,
            "randomised": study.randomised,
        },
        "samples": dict(study.samples),
    }
    return tomlkit.dumps(plain)


def _crossed(found: Sequence[Any], fields: tuple[str, ...], kind: Any) -> dict[str, list[Any]]:
    """Alternatives of each part whose combinations are the whole."""
    parts = {name: list(dict.fromkeys(getattr(one, name) for one in found)) for name in fields}
    whole = [kind(*values) for values in product(*parts.values())]
    if len(whole) != len(found) or set(whole) != set(found):
        raise RecipeError(f"A file cannot say these combinations of {', '.join(fields)}.")
    return parts
