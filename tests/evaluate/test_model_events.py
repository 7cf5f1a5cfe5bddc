from dataclasses import replace

import numpy as np

from comity.evaluate.event_estimates import AFTER, EventQuestion
from comity.evaluate.model_events import compare_events
from comity.methods.panel_columns import Table
from comity.terms.estimate import Claim
from tests.methods.test_staggered import panel


def question():
    y, unit, period, first, _, _ = panel()
    return EventQuestion(Table({"y": y, "u": unit, "t": period}, "u", "t"), "y", first, draws=59)


def test_planted_gains_are_recovered_and_two_way_is_called_out():
    """Early adopters gain 1 to 8, late ones nothing: half of both at time 0 is 0.5."""
    found = compare_events(question())
    by_name = {e.estimator: e for e in found.estimates}
    for name in ("Sun and Abraham", "Callaway and Sant'Anna"):
        assert abs(by_name[name]["since::0"].estimate - 0.5) < 0.1
        assert abs(by_name[name]["since::6"].estimate - 7.0) < 0.2
    assert any("do not rest on the two-way path" in note for note in found.notes)
    assert not any("before the start" in note and "two-way," in note for note in found.notes)


def test_nothing_is_found_where_nothing_is():
    """Forty panels without a gain: the average's interval misses zero in about two."""
    misses = 0
    for seed in range(40):
        draw = np.random.default_rng(seed)
        asked = question()
        noise = draw.normal(size=len(asked.table))
        table = Table(dict(asked.table.columns) | {"y": noise}, "u", "t")
        found = compare_events(replace(asked, table=table), estimators=("callaway-santanna",))
        misses += found.estimates[0][AFTER].p_value < 0.05
    assert misses <= 6


def test_only_tested_assumptions_earn_the_word():
    plain = compare_events(question(), estimators=("sun-abraham",))
    tested = compare_events(
        question(), estimators=("sun-abraham",), assumptions_tested="Leads are flat."
    )
    assert plain.claim is plain.estimates[0].claim is Claim.ASSOCIATION
    assert tested.claim is tested.estimates[0].claim is Claim.EFFECT
