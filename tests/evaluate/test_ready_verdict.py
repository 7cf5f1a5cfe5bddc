from dataclasses import replace

import pytest

from comity.evaluate.ready_result import Verdict
from comity.evaluate.ready_verdict import Evidence, judge
from comity.methods.spec_curve import CurveSummary


def evidence(low, high, *, negative=0.9, hits=(0.5, 0.0), null_p=0.01, detectable=0.3):
    curve = CurveSummary(100, 0, 0, 0, 0, 1 - negative, negative, sum(hits), hits[1], hits[0], 2.0)
    return Evidence((low + high) / 2, low, high, detectable, curve, null_p)


@pytest.mark.parametrize(
    ("expect", "found", "verdict"),
    [
        ("less", evidence(-0.4, -0.1), Verdict.AGREE),
        ("more", evidence(-0.4, -0.1), Verdict.DISAGREE),
        ("less", evidence(-0.4, -0.1, null_p=0.3), Verdict.CANNOT_SAY),
        ("less", evidence(-0.4, -0.1, null_p=float("nan")), Verdict.AGREE),
        ("less", evidence(-0.4, -0.1, negative=0.5), Verdict.CANNOT_SAY),
        ("less", evidence(-0.4, 0.1), Verdict.CANNOT_SAY),
        ("more", evidence(-0.4, 0.05), Verdict.CANNOT_SAY),
        ("none", evidence(-0.05, 0.08, hits=(0.02, 0.0)), Verdict.AGREE),
        ("none", evidence(-0.05, 0.08, hits=(0.4, 0.0)), Verdict.CANNOT_SAY),
        ("none", evidence(-0.05, 0.5), Verdict.CANNOT_SAY),
        ("none", evidence(-0.5, -0.2, hits=(0.8, 0.0)), Verdict.DISAGREE),
        ("none", evidence(-0.5, -0.2, hits=(0.2, 0.0)), Verdict.CANNOT_SAY),
        ("small", evidence(-0.15, -0.05), Verdict.AGREE),
        ("small", evidence(-0.9, -0.3), Verdict.DISAGREE),
        ("small", evidence(-0.3, 0.1), Verdict.CANNOT_SAY),
        ("described", evidence(-0.3, 0.1), Verdict.DESCRIBED),
        ("less", evidence(float("nan"), 1.0), Verdict.CANNOT_SAY),
    ],
)
def test_the_rule(expect, found, verdict):
    assert judge(expect, found)[0] is verdict


def test_not_finding_is_never_called_absence():
    verdict, why = judge("none", evidence(-0.3, 0.4, hits=(0.0, 0.0)))
    assert verdict is Verdict.CANNOT_SAY
    assert "not finding one is not finding that there is none" in why
    assert "finds 0.30 standard deviations" in why


def test_the_reason_says_when_permutations_stand_in_the_way():
    assert "not unusual under permutations" in judge("less", evidence(-1, -0.5, null_p=0.4))[1]


def test_counts_are_told_in_log_points():
    found = replace(evidence(-0.3, 0.4), measure="log point")
    assert "finds 0.30 log points four times in five" in judge("less", found)[1]
