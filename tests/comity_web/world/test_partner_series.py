from dataclasses import replace

import pytest

from comity_web.world.evidence import panel
from comity_web.world.partner_series import (
    money_by_account,
    training_activities,
    training_by_program,
)


@pytest.mark.parametrize("dollars", ["constant", "current"])
@pytest.mark.parametrize("partner", ["KEN", "COL", "IRQ"])
def test_accounts_add_up_to_the_greenbooks_total(partner, dollars):
    stack = money_by_account(panel(), partner, partner, dollars=dollars)
    ending = "_current" if dollars == "current" else ""
    total = dict(zip(*panel().series(f"greenbook.security_total{ending}", partner), strict=True))
    for year in stack.years:
        added = sum(amounts.get(year, 0.0) for amounts in stack.series.values())
        assert added == pytest.approx(total[year], abs=2.0), year
    assert stack.years[0] == 1991
    assert dollars in stack.unit


def test_programs_and_what_is_left_add_up_to_all_trainees():
    stack = training_by_program(panel(), "KEN", "Kenya")
    total = dict(zip(*panel().series("fmtr.trainees", "KEN"), strict=True))
    for year, count in total.items():
        added = sum(amounts.get(year, 0.0) for amounts in stack.series.values())
        assert added == pytest.approx(count)
    assert "Activities (lines in the reports)" in stack.note


def test_who_is_outside_the_duty_to_report_has_no_figures_and_not_zeros():
    assert training_by_program(panel(), "FRA", "France").years == sorted(
        training_activities(panel(), "FRA")
    )
    assert 2015 not in training_by_program(panel(), "FRA", "France").years


def test_a_panel_without_the_series_gives_nothing():
    smaller = replace(
        panel(), indicators=tuple(n.replace("fmtr", "none") for n in panel().indicators)
    )
    assert training_activities(smaller, "KEN") == {}
