from datetime import date

from django.http import QueryDict

from comity.authorities.patchwork import MatrixCell, OverlapMatrix
from comity_web.authorities.matrix import matrix, shade

CELLS = (
    MatrixCell("train", "cyber", ("A", "B"), ("C",)),
    MatrixCell("train", "relief", (), ()),
    MatrixCell("equip", "cyber", (), ("C",)),
    MatrixCell("equip", "relief", ("A",), ()),
)
FOUND = OverlapMatrix("activity", "purpose", CELLS, date(2027, 3, 1))


def test_rows_and_columns_keep_their_order_and_one_cell_is_open():
    made = matrix(FOUND, [("on", "2027-03-01")], "equip|relief")
    assert made.columns == ("cyber", "relief")
    assert [word for word, _ in made.rows] == ["train", "equip"]
    assert made.opened is CELLS[3]
    (opened,) = [c for _, cells in made.rows for c in cells if c.is_open]
    assert QueryDict(opened.query).dict() == {"on": "2027-03-01", "cell": "equip|relief"}


def test_no_cell_is_open_for_a_name_that_there_is_not():
    assert matrix(FOUND, [], "sing|dance").opened is None


def test_shades_go_up_with_the_count():
    assert [shade(n) for n in (0, 1, 3, 4, 10, 20, 90)] == [0, 1, 1, 2, 3, 4, 4]
