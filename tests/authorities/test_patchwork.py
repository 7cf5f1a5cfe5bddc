from datetime import date

import pytest

from comity.authorities.catalogue import Catalogue, catalogue
from comity.authorities.patchwork import gaps, overlap, side_by_side
from comity.authorities.vocabulary import words
from comity.terms.errors import InputError

DAY = date(2027, 1, 1)


def small(*ids):
    """A catalogue of these records alone, with their links cut."""
    from dataclasses import replace

    found = []
    for record in (catalogue()[i] for i in ids):
        validity = replace(record.validity, predecessors=(), successors=())
        found.append(replace(record, validity=validity))
    return Catalogue(tuple(found))


def test_counts_by_hand_on_three_records():
    matrix = overlap(DAY, columns="recipient", book=small("T10-321", "T10-322", "T10-407"))
    cells = {(cell.row, cell.column): cell for cell in matrix.cells}
    assert cells["train", "military"].sure == ("T10-321", "T10-322", "T10-407")
    assert cells["train", "police"].unsure == ("T10-321", "T10-322")
    assert cells["demining", "population"].count == 1
    assert cells["equip", "military"].unsure == ("T10-407",)


def test_the_matrix_is_whole():
    matrix = overlap(DAY)
    assert len(matrix.cells) == len(words("activity")) * len(words("purpose"))
    assert len(matrix.table()) == len(words("activity"))
    train = next(c for c in matrix.cells if (c.row, c.column) == ("train", "counterterrorism"))
    assert {"T10-333", "FAA-541", "FAA-571"} <= set(train.sure)
    assert not set(train.sure) & set(train.unsure)


def test_one_recipient_and_one_partner_narrow_it():
    every = overlap(DAY).cells
    police = overlap(DAY, recipient="police").cells
    kenya = overlap(DAY, partner_code="KEN").cells
    assert sum(c.count for c in police) < sum(c.count for c in every)
    assert "NDAA16-1250" in {i for c in every for i in c.sure}
    assert "NDAA16-1250" not in {i for c in kenya for i in c.sure}


def test_two_equal_axes_are_refused():
    with pytest.raises(InputError, match="two different ones"):
        overlap(DAY, rows="purpose", columns="purpose")


def test_a_gap_is_a_cell_with_none_and_says_what_to_check():
    found = {(g.activity, g.purpose): g for g in gaps(DAY, recipient="military")}
    assert found["intelligence-sharing", "technology"].unsure
    assert found["demining", "cyber"].unsure == ()
    assert ("train", "counterterrorism") not in found
    first = gaps(DAY, recipient="military")[0]
    assert first.unsure == ()  # those with nothing at all come first


def test_the_titles_side_by_side():
    rows = {row.activity: row for row in side_by_side(DAY)}
    assert "T10-333" in rows["train"].title_10
    assert "FAA-541" in rows["train"].title_22
    assert not set(rows["train"].title_10) & set(rows["train"].title_22)
    assert rows["sale"].title_10 == ("T10-8677",)
