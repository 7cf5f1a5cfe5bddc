import pytest

from comity.evaluate.ready_result import Verdict
from comity_web.evaluate.finding_shown import TAGS, findings_shown, tally
from comity_web.evaluate.run_files import kept


def test_a_finding_is_shown_in_standard_deviations(finished):
    result = kept(finished()).result
    more, coups = findings_shown(result)
    estimate, low, high = more.deviations
    head, scale = more.finding.headline, more.finding.scale
    assert estimate == pytest.approx(head.estimate * scale)
    assert low < estimate < high
    assert more.detectable > 0
    assert more.curve_test.statistic == "share significant with one sign"
    assert more.expected == "more of the outcome"
    assert more.claimed.source.year == 2014
    assert coups.deviations is None
    assert coups.curve_test is None
    assert not coups.selected


def test_every_verdict_has_a_tag_and_is_counted(finished):
    assert set(TAGS) == set(Verdict)
    counted = tally(kept(finished()).result)
    assert sum(count for _, count in counted) == 2
    assert all(count for _, count in counted)
