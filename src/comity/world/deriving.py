"""Run the derived topics: figures that Comity computes from publishers' figures."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from comity.terms.errors import InputError
from comity.terms.indicator import Indicator
from comity.world.checking import check_frame
from comity.world.decimals import significant
from comity.world.source import Source, all_sources

if TYPE_CHECKING:
    import pandas as pd

DERIVED = "comity.world.derived"
# Digits beyond these come from the division, not from any publisher, and would fill the file.
SIGNIFICANT = 9


def derived_topics() -> dict[str, Source]:
    """Every derived topic by its id."""
    return all_sources(DERIVED)


def inputs_of(topic: Source) -> set[str]:
    """Ids of the indicators that a topic is computed from."""
    return {name for indicator in topic.indicators for name in indicator.derived_from}


def derive_topics(
    frame: "pd.DataFrame", topics: Mapping[str, Source]
) -> Iterator[tuple[Source, "pd.DataFrame"]]:
    """Yield each topic with its checked frame, a topic that uses another after it.

    A topic of whose inputs none is there is left out; one of whose inputs some are missing
    computes what it can. Figures are rounded to nine significant digits.

    Parameters
    ----------
    frame
        Columns partner, indicator, year, value, error, vintage of everything known so far.

    Raises
    ------
    InputError
        If topics need one another in a circle, or one yields rows that cannot be right.
    """
    import pandas as pd

    for topic in _ordered(topics):
        if not inputs_of(topic) & set(frame["indicator"].unique()):
            continue
        derive: Callable[[pd.DataFrame], pd.DataFrame] = import_module(
            f"{topic.package}.{topic.id}"
        ).derive
        made = derive(frame)
        if made.empty:
            continue
        made = _rounded(check_frame(made, topic))
        frame = pd.concat([frame, made.assign(vintage=topic.vintage)], ignore_index=True)
        yield topic, made


def described_indicators() -> dict[str, Indicator]:
    """Every indicator that a source or topic describes, whether or not a panel holds values."""
    sources = (all_sources() | derived_topics()).values()
    return {indicator.id: indicator for source in sources for indicator in source.indicators}


def _rounded(frame: "pd.DataFrame") -> "pd.DataFrame":
    return frame.assign(
        **{name: significant(frame[name].to_numpy(), SIGNIFICANT) for name in ("value", "error")}
    )


def _ordered(topics: Mapping[str, Source]) -> list[Source]:
    made_by = {i.id: topic.id for topic in topics.values() for i in topic.indicators}
    needs = {
        name: {made_by[i] for i in inputs_of(topic) if i in made_by} - {name}
        for name, topic in topics.items()
    }
    order: list[Source] = []
    while needs:
        ready = sorted(name for name, others in needs.items() if not others & set(needs))
        if not ready:
            raise InputError(f"Derived topics need one another: {', '.join(sorted(needs))}.")
        order += [topics[name] for name in ready]
        needs = {name: others for name, others in needs.items() if name not in ready}
    return order
