"""Options for random draws, and the rank intervals that they ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from comity.assess.rank_intervals import RankIntervals, Uncertainty
from comity.assess.scores import Scores
from comity.cli.shared_assess import split_list
from comity.cli.shared_progress import progress_bar
from comity.methods.weight_noise import WeightNoise
from comity.terms.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How many draws, of what, and where they run."""

    draws: int
    seed: int
    weight_noise: float | None
    dirichlet: float | None
    simplex: bool
    weights_only: bool
    scalings: tuple[str, ...]
    means: tuple[str, ...]
    threads: int
    scheduler: str | None

    def noise(self, default: WeightNoise) -> WeightNoise:
        """The weight noise that was asked for, of which there may be one only."""
        given = [self.weight_noise is not None, self.dirichlet is not None, self.simplex]
        if sum(given) > 1:
            raise InputError("Choose one of --weight-noise, --dirichlet and --simplex.")
        if self.weight_noise is not None:
            return WeightNoise("uniform", self.weight_noise)
        if self.dirichlet is not None:
            return WeightNoise("dirichlet", self.dirichlet)
        return WeightNoise("simplex") if self.simplex else default

    def uncertainty(self) -> Uncertainty:
        """What varies."""
        standard = Uncertainty()
        noise = self.noise(standard.weights)
        if self.weights_only:
            if self.scalings or self.means:
                raise InputError("--weights-only excludes --scalings and --means.")
            return Uncertainty.weights_only(noise.kind, noise.size)
        return Uncertainty(noise, self.scalings or standard.scalings, self.means or standard.means)

    def run_options(self) -> dict[str, Any]:
        """Where the blocks run."""
        return {"threads": self.threads, "scheduler": self.scheduler}

    def intervals(
        self, scores: Scores, *, keep: bool = False, pairs: tuple[tuple[str, str], ...] = ()
    ) -> RankIntervals:
        """Draw, with a progress bar where a person is watching."""
        with progress_bar("Drawing") as advance:
            return scores.rank_intervals(
                self.draws,
                self.seed,
                uncertainty=self.uncertainty(),
                pairs=pairs,
                keep=keep,
                progress=lambda done: advance(done, self.draws, "ranks"),
                **self.run_options(),
            )


def draw_options(default: int) -> Callable[[Command], Command]:
    """Add the options with a default number of draws; the command gets them as ``drawing``."""

    def decorate(function: Command) -> Command:
        @click.option(
            "--draws",
            type=click.IntRange(min=0),
            default=default,
            show_default=True,
            help="Random draws for rank intervals; 0 for none.",
        )
        @click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
        @click.option(
            "--weight-noise",
            type=float,
            metavar="SHARE",
            help="Every weight times a uniform number in 1 - SHARE .. 1 + SHARE.",
        )
        @click.option(
            "--dirichlet",
            type=float,
            metavar="C",
            help="Dirichlet weights round yours with concentration C (Comity default: 10).",
        )
        @click.option("--simplex", is_flag=True, help="Any weights at all, equally likely.")
        @click.option("--weights-only", is_flag=True, help="Nothing varies but the weights.")
        @click.option("--scalings", metavar="A,B", help="Scalings that a draw chooses from.")
        @click.option("--means", metavar="A,B", help="Aggregations that a draw chooses from.")
        @click.option("--threads", type=click.IntRange(min=1), default=2, show_default=True)
        @click.option("--scheduler", metavar="tcp://...", help="A Dask scheduler.")
        @wraps(function)
        def with_draws(*args: Any, scalings: str | None, means: str | None, **kwargs: Any) -> Any:
            names = (
                "draws",
                "seed",
                "weight_noise",
                "dirichlet",
                "simplex",
                "weights_only",
                "threads",
                "scheduler",
            )
            drawing = DrawOptions(
                scalings=split_list(scalings),
                means=split_list(means),
                **{name: kwargs.pop(name) for name in names},
            )
            return function(*args, drawing=drawing, **kwargs)

        return with_draws  # type: ignore[return-value]

    return decorate
