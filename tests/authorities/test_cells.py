from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.cells import by_cell, carries, reach_of, reaches, side


def test_an_authority_serves_the_product_of_what_it_reaches():
    reach = reach_of(catalogue()["T10-407"])
    assert ("demining", "humanitarian", "population") in reach.cells
    assert ("demining", "counterterrorism", "population") not in reach.all_cells
    assert ("equip", "humanitarian", "population") in reach.unsure  # the record says check


def test_any_stands_for_every_other_word():
    reach = reach_of(catalogue()["T10-321"])
    assert ("train", "cyber", "military") in reach.cells
    assert not {cell for cell in reach.all_cells if cell[0] == "equip"}


def test_a_recalled_record_is_unsure_throughout():
    reach = reach_of(catalogue()["T10-443"])
    assert reach.cells == frozenset()
    assert reach.unsure


def test_only_what_acts_and_may_be_law_is_counted():
    found = {reach.authority.id for reach in reaches(catalogue(), date(2027, 1, 1))}
    assert "T10-333" in found
    assert not {"T10-2282", "T10-385", "APPR-OHDACA", "T10-362"} & found
    assert "T10-2282" in {r.authority.id for r in reaches(catalogue(), date(2015, 1, 1))}
    assert not carries(catalogue()["T10-385"])


def test_cells_name_who_serves_them():
    cells = by_cell(reaches(catalogue(), date(2027, 1, 1)))
    assert "T10-333" in cells["train", "counterterrorism", "military"]


def test_the_two_sides_of_the_house():
    book = catalogue()
    assert {side(book[i]) for i in ("T10-333", "NDAA16-1250", "T50-3711")} == {"Title 10"}
    assert {side(book[i]) for i in ("FAA-541", "AECA-23", "TERA", "FAA-571")} == {"Title 22"}
