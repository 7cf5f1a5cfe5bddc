from datetime import date

import pytest

from comity.authorities.narrowing import Only
from comity.authorities.partner_axis import each
from comity.authorities.patchwork import overlap
from comity.authorities.vocabulary import words
from comity.terms.errors import InputError
from tests.authorities.asking import partner, small

DAY = date(2027, 1, 1)


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
    police = overlap(DAY, only=Only(recipient="police")).cells
    kenya = overlap(DAY, only=Only(partner=partner("KEN"))).cells
    assert sum(c.count for c in police) < sum(c.count for c in every)
    assert "NDAA16-1250" in {i for c in every for i in c.sure}
    assert "NDAA16-1250" not in {i for c in kenya for i in (*c.sure, *c.unsure)}


def test_the_partner_is_an_axis():
    """Ukraine's initiative is Ukraine's, the maritime one is Indo-Pacific, section 333 is anybody's."""
    asked = each(
        [
            partner("UKR", ("EUCOM",), name="Ukraine"),
            partner("PHL", ("INDOPACOM", "MNNA"), name="Philippines"),
        ]
    )
    book = small("NDAA16-1250", "NDAA16-1263", "T10-333")
    only = Only(purpose="maritime-security", recipient="military")
    matrix = overlap(date(2025, 6, 1), columns="partner", partners=asked, book=book, only=only)
    cells = {(cell.row, cell.column): cell.sure for cell in matrix.cells}
    assert cells["train", "Ukraine"] == ("NDAA16-1250", "T10-333")
    assert cells["train", "Philippines"] == ("NDAA16-1263", "T10-333")
    assert cells["lease", "Ukraine"] == ()
    assert matrix.members == (("Ukraine", ("UKR",)), ("Philippines", ("PHL",)))


def test_plain_values_hold_every_cell_with_its_ids():
    found = overlap(DAY, columns="recipient", only=Only(purpose="cyber")).to_dict()
    assert len(found["cells"]) == len(found["row_words"]) * len(found["column_words"])
    assert found["only"] == {
        "activity": None,
        "purpose": "cyber",
        "recipient": None,
        "partner": None,
    }
    assert all(cell["number"] == len(cell["authorities"]) for cell in found["cells"])


def test_gaps_of_the_matrix_put_those_with_nothing_first():
    found = overlap(DAY, only=Only(recipient="military")).gaps()
    lengths = [len(cell.unsure) for cell in found]
    assert lengths == sorted(lengths)
    assert not any(cell.sure for cell in found)


def test_two_equal_axes_are_refused():
    with pytest.raises(InputError, match="two different ones"):
        overlap(DAY, rows="purpose", columns="purpose")


def test_a_partner_axis_without_partners_is_refused():
    with pytest.raises(InputError, match="needs partners"):
        overlap(DAY, columns="partner")
