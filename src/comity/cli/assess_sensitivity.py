"""What moves a rank: shares of variance, one weight at a time, or the smallest swap."""

import click

from comity.cli.shared_assess import Question, question_options, remarks, say, split_list
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError


@click.command()
@question_options
@click.option("--partner", metavar="P", help="Whose rank (variance shares and tornado).")
@click.option("--tornado", is_flag=True, help="One weight at a time.")
@click.option(
    "--change", type=float, default=0.5, show_default=True, help="Tornado: share of each weight."
)
@click.option("--swap", metavar="A,B", help="The smallest change of weights that swaps A and B.")
@click.option(
    "--samples", type=int, default=512, show_default=True, help="Base sample, a power of two."
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@output_options
def command(
    question: Question,
    options: OutputOptions,
    *,
    partner: str | None,
    tornado: bool,
    change: float,
    swap: str | None,
    samples: int,
    seed: int,
) -> None:
    r"""Find out what ranks depend on.

    \b
    comity assess sensitivity                         variance of all ranks, by source
    comity assess sensitivity --partner KEN           ... and of one partner's rank
    comity assess sensitivity --partner KEN --tornado
    comity assess sensitivity --swap KEN,UGA
    """
    if tornado and not partner:
        raise InputError("--tornado needs --partner.")
    if tornado and swap:
        raise InputError("Choose one of --tornado and --swap.")
    scores, _ = question.score()
    if swap:
        pair = split_list(swap)
        if len(pair) != 2:
            raise InputError(f"--swap takes two partners such as KEN,UGA; {swap!r} is not that.")
        found = scores.smallest_swap(pair[0], pair[1])
        title = f"Weights at which {found.lower} reaches {found.higher}"
        emit(found.rows(), title=title, options=options, payload=found.to_dict())
        say(
            f"{found.moved:.1%} of the constructs' weight has to move."
            if found.possible
            else f"No weights do it: {found.higher} is ahead on every construct that counts."
        )
    elif tornado and partner:
        bars = scores.tornado(partner, change=change)
        title = f"{bars.name}, rank {bars.rank}: one weight at a time, +/- {change:.0%}"
        emit(bars.rows(), title=title, options=options, payload=bars.to_dict())
    else:
        names = (partner,) if partner else ()
        indices = scores.sobol(names, samples=samples, seed=seed)
        title = f"Share of the variance of ranks by source, {indices.indices.evaluations:,} runs"
        emit(indices.rows(), title=title, options=options, payload=indices.to_dict())
    remarks(scores)
