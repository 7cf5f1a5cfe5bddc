"""The drawings on a partner's page; each is missing where there is nothing to draw."""

from collections.abc import Callable

from comity.assess.scores import Scores
from comity.reports.construct_bars import construct_bars
from comity.reports.contribution_bars import contribution_bars
from comity.reports.figure import Figure
from comity.reports.score_trend import score_trend
from comity.reports.stacks import Stack, stacked_areas, stacked_bars
from comity.terms.partner import Partner
from comity_web.assess.theatre import all_years
from comity_web.site.drawing import Drawn, draw
from comity_web.world.evidence import panel
from comity_web.world.partner_series import money_by_account, training_by_program


def score_figures(scores: Scores, partner: Partner) -> dict[str, Drawn | None]:
    """Constructs, what lifts and lowers, and the way through the years."""
    key = (scores.model.digest, scores.provenance.data, scores.year, partner.id)
    known = partner.id in scores.partners and bool(scores.rank[scores.row(partner.id)])
    titles = {c.id: c.label for c in scores.model.constructs}

    def contributions() -> Figure:
        return contribution_bars(scores.explain(partner.id), titles=titles)

    way = all_years().standings.get(partner.id, ())
    reference = scores.model.reference.year
    return {
        "constructs": draw("constructs", key, lambda: construct_bars(scores, partner.id))
        if known
        else None,
        "contributions": draw("contributions", key, contributions) if known else None,
        "trend": draw("trend", key, lambda: score_trend(partner.name, way, reference=reference))
        if way
        else None,
    }


def series_figures(partner: Partner, dollars: str) -> dict[str, Drawn | None]:
    """Money by account and training by program."""
    money = money_by_account(panel(), partner.id, partner.name, dollars=dollars)
    training = training_by_program(panel(), partner.id, partner.name)
    return {
        "money": _stack("money", money, stacked_areas, dollars),
        "training": _stack("training", training, stacked_bars),
    }


def _stack(name: str, stack: Stack, make: Callable[[Stack], Figure], *more: object) -> Drawn | None:
    if not stack.kinds:
        return None
    return draw(name, (panel().edition, stack.title, *more), lambda: make(stack))
