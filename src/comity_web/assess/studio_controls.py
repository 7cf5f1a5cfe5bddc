"""The studio's controls: one row for each construct and each indicator."""

from dataclasses import dataclass

from comity_web.assess.studio_answer import Answer
from comity_web.assess.studio_settings import StudioSettings
from comity_web.world.evidence import panel


@dataclass(frozen=True, slots=True)
class Control:
    """One weight that can be changed.

    Parameters
    ----------
    field
        Name in the form: ``w-`` and a construct, or ``i-`` and an indicator.
    name, title, note
        Id, what people read, and what a reader should know.
    weight, start
        As set, and as in the starting model.
    share
        Per cent after rescaling; of the score for a construct, of its construct for an indicator.
        None where it is switched off.
    on
        Whether it is used.
    parts
        A construct's indicators.
    """

    field: str
    name: str
    title: str
    note: str
    weight: float
    start: float
    share: float | None
    on: bool
    parts: tuple["Control", ...] = ()

    @property
    def on_count(self) -> int:
        """How many of the parts are used."""
        return sum(part.on for part in self.parts)

    @property
    def changed(self) -> bool:
        """Whether it, or a part of it, differs from the starting model."""
        return self.weight != self.start or not self.on or any(p.changed for p in self.parts)


def controls(settings: StudioSettings, answer: Answer) -> list[Control]:
    """Return the constructs of the starting model, each with its indicators."""
    catalogue = panel().catalogue
    rows = []
    for construct in settings.start.constructs:
        parts = tuple(
            Control(
                field=f"i-{use.id}",
                name=use.id,
                title=catalogue[use.id].title if use.id in catalogue else use.id,
                note="",
                weight=settings.indicator_weights.get(use.id, use.weight),
                start=use.weight,
                share=answer.shares.get(f"i-{use.id}"),
                on=use.id not in settings.off,
            )
            for use in construct.indicators
        )
        rows.append(
            Control(
                field=f"w-{construct.id}",
                name=construct.id,
                title=construct.label,
                note=construct.notes,
                weight=settings.weights.get(construct.id, construct.weight),
                start=construct.weight,
                share=answer.shares.get(f"w-{construct.id}"),
                on=any(part.on for part in parts),
                parts=parts,
            )
        )
    return rows
