"""``comity assess rank --data``: a user's own table of units by indicators."""

from pathlib import Path

from comity.assess.own_table import read_own_table, score_own_table
from comity.cli.shared_assess import say
from comity.cli.shared_draws import DrawOptions
from comity.cli.shared_output import OutputOptions, emit
from comity.cli.shared_progress import progress_bar
from comity.methods.weight_noise import WeightNoise


def rank_own_table(
    data: Path,
    structure: Path,
    normalise: str,
    means: tuple[str, ...],
    drawing: DrawOptions | None,
    options: OutputOptions,
) -> None:
    """Score the table and answer; rank statistics where draws were asked for."""
    scores = score_own_table(read_own_table(data, structure), normalise=normalise, means=means)
    drawn = None
    if drawing is not None and drawing.draws:
        with progress_bar("Drawing") as advance:
            drawn = scores.draw(
                drawing.draws,
                drawing.seed,
                drawing.noise(WeightNoise("dirichlet", 10.0)),
                progress=lambda done: advance(done, drawing.draws, "ranks"),
                threads=drawing.threads,
                scheduler=drawing.scheduler,
            )
    answer = scores.to_dict(drawn)
    if drawing is not None and drawn is not None:
        answer |= {"draws": drawing.draws, "seed": drawing.seed}
    emit(answer["units"], title=f"Ranks of {data.name}", options=options, payload=answer)
    say(*scores.provenance.dropped)
