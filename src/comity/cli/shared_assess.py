"""Options that every ``comity assess`` command takes, and the scores they ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from comity.assess.model import PropensityModel
from comity.assess.model_lines import blaming
from comity.assess.scores import Scores
from comity.assess.scoring import check_reference, check_year, choose_partners
from comity.terms.errors import InputError
from comity.world.grouping_file import group_key
from comity.world.groupings import groupings
from comity.world.load import load_panel
from comity.world.panel import Panel

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Question:
    """Which model, which partners, which year."""

    model: str
    year: int | None
    group: str | None
    partners: tuple[str, ...]
    excluded: tuple[str, ...]
    without: tuple[str, ...]
    drop_missing: bool
    panel_file: Path | None
    groups: Path | None = None

    def load(self) -> tuple[PropensityModel, Panel, int]:
        """Model, panel and year; the model's reference year where none was asked for."""
        model = PropensityModel.load(self.model)
        panel = load_panel(path=self.panel_file)
        with blaming(self.model):
            check_reference(model, panel)
        years = (self.year, model.reference.year, panel.years[1])
        year = next(year for year in years if year is not None)
        return model.without(expand_sources(model, self.without)), panel, year

    def score(self) -> tuple[Scores, Panel]:
        """Scores, and the panel that they were made from."""
        model, panel, year = self.load()
        return self.score_with(model, panel, year), panel

    def score_with(
        self, model: PropensityModel, panel: Panel, year: int, *, source: str | None = None
    ) -> Scores:
        """Score with another model, read from ``source``, or for another year."""
        check_year(panel, year)
        group, partners = self._chosen(year)
        with blaming(source or self.model):
            return model.score(
                panel, year=year, group=group, partners=partners, drop_missing=self.drop_missing
            )

    def score_years(self, years: Sequence[int]) -> dict[int, Scores]:
        """Score several years; a reference year left open is fixed at the last one."""
        model, panel, _ = self.load()
        if model.reference.year is None:
            model = replace(model, reference=replace(model.reference, year=max(years)))
        return {year: self.score_with(model, panel, year) for year in years}

    def _chosen(self, year: int) -> tuple[str | None, tuple[str, ...] | None]:
        """A grouping of Comity's to score, or the partners that the user's words come to."""
        book = groupings(self.groups)
        own = self.group is not None and group_key(self.group) not in groupings().names()
        if not (own or self.excluded):
            return self.group, self.partners or None
        named = book.members(self.group, year) if own and self.group else self.partners
        chosen = choose_partners(year, None if own else self.group, named or None)
        gone = {partner for name in self.excluded for partner in book.members(name, year)}
        kept = tuple(partner for partner in chosen if partner not in gone)
        if not kept:
            raise InputError("--except leaves no partner to score; leave out fewer groups.")
        return None, kept


def question_options(function: Command) -> Command:
    """Add the options; the command gets them as ``question``."""

    @click.option(
        "--model",
        default="comity-default",
        show_default=True,
        metavar="NAME|FILE",
        help="A model that ships with Comity, or your own TOML file.",
    )
    @click.option(
        "--year", type=int, help="Year to score; the model's reference year when left out."
    )
    @click.option("--group", metavar="NAME", help="Only members of a grouping, such as AFRICOM.")
    @click.option(
        "--groups",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="TOML file with groupings of your own, for --group and --except.",
    )
    @click.option(
        "--partners",
        metavar="A,B,...",
        help="Only these partners, by code or name (A;B for commas).",
    )
    @click.option(
        "--except", "excluded", metavar="NAME,...", help="Without members of these groupings."
    )
    @click.option(
        "--without",
        metavar="ID,...",
        help="Leave these indicators, or all of a source such as wgi, out.",
    )
    @click.option(
        "--drop-missing",
        is_flag=True,
        help="Score without indicators that the panel does not hold, and say so.",
    )
    @click.option(
        "--panel",
        "panel_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="A panel made with `comity world build --out`.",
    )
    @wraps(function)
    def with_question(
        *args: Any,
        partners: str | None,
        excluded: str | None,
        without: str | None,
        **kwargs: Any,
    ) -> Any:
        names = ("model", "year", "group", "groups", "drop_missing", "panel_file")
        question = Question(
            partners=split_list(partners),
            excluded=split_list(excluded),
            without=split_list(without),
            **{name: kwargs.pop(name) for name in names},
        )
        if question.group and question.partners:
            raise InputError("Give --group or --partners, not both.")
        return function(*args, question=question, **kwargs)

    return with_question  # type: ignore[return-value]


def expand_sources(model: PropensityModel, names: tuple[str, ...]) -> tuple[str, ...]:
    """Turn a source's id into all indicators that the model takes from it."""
    out: list[str] = []
    for name in names:
        mine = [i for i in model.indicators if i.partition(".")[0] == name]
        out += mine or [name]
    return tuple(dict.fromkeys(out))


def split_list(text: str | None) -> tuple[str, ...]:
    """Split at semicolons if there are any, else at commas."""
    if not text:
        return ()
    mark = ";" if ";" in text else ","
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def say(*sentences: str) -> None:
    """Print remarks on standard error, where they do not disturb a piped answer."""
    for sentence in sentences:
        click.echo(sentence, err=True)


def remarks(scores: Scores) -> None:
    """Say what was dropped, and what the scores are."""
    say(*scores.provenance.dropped)
    unscored = [scores.names[i] for i in range(len(scores.partners)) if scores.rank[i] == 0]
    if unscored:
        shown = ", ".join(unscored[:5]) + (" ..." if len(unscored) > 5 else "")
        say(f"Too little is known to score {len(unscored)} partner(s): {shown}")
    say(
        f"{scores.model.status}: {scores.model.name} {scores.model.digest}, data "
        f"{scores.provenance.data}. A screening aid, not a forecast. UNCLASSIFIED."
    )
