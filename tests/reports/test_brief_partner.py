import numpy as np

from comity.reports.brief_partner import partner_pages
from tests.reports.small_world import small_scores


def test_best_first_and_everybody_has_a_page(scores):
    pages = partner_pages(scores)
    assert sorted(page.partner for page in pages) == sorted(scores.partners)
    assert [page.rank for page in pages[:3]] == [1, 2, 3]
    assert pages[-1].rank == 0


def test_a_partner_that_is_not_scored_has_no_points(scores):
    page = partner_pages(scores)[-1]
    assert page.lifts == page.lowers == ()
    assert page.baseline == ""
    assert all(bar.points == "" for bar in page.bars)
    assert any(bar.flag == "left out" for bar in page.bars)


def test_gaps_say_what_they_did(scores):
    """Every missing indicator is named once on its partner's page."""
    for page in partner_pages(scores):
        row = scores.partners.index(page.partner)
        for j in np.flatnonzero(np.isnan(scores.scaled[row])):
            title = scores.catalogue[scores.model.uses[j].id].title
            assert sum(title in sentence for sentence in page.missing) == 1


def test_stand_ins_are_said():
    scores = small_scores(rule="group-median")
    row = int(np.flatnonzero(scores.imputed.any(axis=1))[0])
    page = next(p for p in partner_pages(scores) if p.partner == scores.partners[row])
    assert any("stands in" in sentence for sentence in page.missing)
