from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.cells import reach_of
from comity.authorities.consolidate import RAND_CORE, RAND_TARGET, candidates, consolidate

DAY = date(2027, 1, 1)


def test_overlap_is_shared_cells_over_all_cells():
    pair = next(m for m in candidates(DAY, most=500) if set(m.ids) == {"T10-321", "T10-322"})
    one, other = (reach_of(catalogue()[i]).all_cells for i in pair.ids)
    assert pair.overlap == pytest.approx(len(one & other) / len(one | other))
    assert pair.contained == pytest.approx(len(one & other) / min(len(one), len(other)))


def test_candidates_are_ranked_and_never_cross_the_house():
    found = candidates(DAY, most=50)
    assert [m.overlap for m in found] == sorted((m.overlap for m in found), reverse=True)
    assert not {i for m in found for i in m.ids} & {"FAA-541", "AECA-23"}
    assert {i for m in candidates(DAY, title="Title 22") for i in m.ids} & {"AECA-21", "AECA-22"}


def test_a_merge_says_what_goes_whom_it_touches_and_what_speaks_against_it():
    pair = next(m for m in candidates(DAY, most=500) if set(m.ids) == {"T10-321", "T10-322"})
    assert "1 recurring report" in pair.removes
    assert any(text.startswith("recipients: ") for text in pair.touches)
    assert any("different accounts" in text for text in pair.cautions)


def test_countries_are_not_mixed_and_an_heir_is_no_candidate():
    for merge in candidates(DAY, most=1000):
        assert len({catalogue()[i].fit.partners.only for i in merge.ids}) == 1
        assert set(merge.ids) != {"NDAA18-1202", "T10-127d-IW"}


def test_permanent_law_stays():
    for merge in consolidate(DAY).merges:
        kept = catalogue()[merge.ids[0]].validity.permanence
        assert kept == "permanent" or all(
            catalogue()[i].validity.permanence != "permanent" for i in merge.ids
        )


def test_rand_s_cut_is_the_default_and_is_not_called_rand_s_list():
    """RR-1438: 106 core authorities to 91, a net cut of 15; its merges could not be read."""
    found = consolidate(DAY)
    assert RAND_CORE - RAND_TARGET == 15
    assert found.before - found.after == 15
    assert sum(len(m.ids) - 1 for m in found.merges) == 15
    assert "not RAND's" in found.reference


def test_a_high_bar_merges_less():
    assert consolidate(DAY, least=0.9).after > consolidate(DAY, least=0.25).after
    assert consolidate(DAY, cut=2).before - consolidate(DAY, cut=2).after == 2
