"""Lay one panel over another: a source that comes again replaces all that it gave before."""

from collections.abc import Sequence

import numpy as np

from comity.terms.arrays import IntArray
from comity.world.panel import Panel


def merge_panels(base: Panel, others: Sequence[Panel]) -> Panel:
    """Return ``base`` with the sources of ``others`` in place of its own.

    A source in ``others`` replaces every indicator of the same source, so that two editions of
    one publisher are never mixed; of two panels that bring the same source the later wins.
    """
    if not others:
        return base
    chosen = _choose([base, *others])
    indicators = tuple(sorted(chosen))
    partners = _names([base, *others], "partners")
    vintages = _names([base, *others], "vintages")
    recode = {id(p): _Recoding(p, partners, vintages) for p in (base, *others)}
    parts = [(recode[id(chosen[name])], chosen[name].rows_of(name)) for name in indicators]
    sizes = [rows.stop - rows.start for _, rows in parts]
    return Panel(
        catalogue={name: chosen[name].catalogue[name] for name in indicators},
        partners=partners,
        indicators=indicators,
        vintages=vintages,
        partner=np.concatenate([code.partner[rows] for code, rows in parts]),
        indicator=np.repeat(np.arange(len(indicators)), sizes),
        vintage=np.concatenate([code.vintage[rows] for code, rows in parts]),
        year=np.concatenate([code.panel.year[rows] for code, rows in parts]),
        value=np.concatenate([code.panel.value[rows] for code, rows in parts]),
        error=np.concatenate([code.panel.error[rows] for code, rows in parts]),
    )


def _choose(panels: Sequence[Panel]) -> dict[str, Panel]:
    """Which panel each indicator is taken from."""
    chosen: dict[str, Panel] = {}
    for panel in panels:
        again = {panel.catalogue[name].source for name in panel.indicators}
        chosen = {n: p for n, p in chosen.items() if p.catalogue[n].source not in again}
        chosen |= dict.fromkeys(panel.indicators, panel)
    return chosen


def _names(panels: Sequence[Panel], field: str) -> tuple[str, ...]:
    return tuple(sorted({name for panel in panels for name in getattr(panel, field)}))


class _Recoding:
    """A panel's rows in positions of the merged names; the order of names is kept."""

    def __init__(self, panel: Panel, partners: tuple[str, ...], vintages: tuple[str, ...]) -> None:
        self.panel = panel
        self.partner = _positions(panel.partners, partners)[panel.partner]
        self.vintage = _positions(panel.vintages, vintages)[panel.vintage]


def _positions(names: tuple[str, ...], among: tuple[str, ...]) -> IntArray:
    place = {name: position for position, name in enumerate(among)}
    return np.array([place[name] for name in names], dtype=np.int64)
