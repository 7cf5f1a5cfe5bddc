from datetime import date

from comity.authorities.patchwork import MatrixCell, OverlapMatrix, overlap
from comity_web.authorities.pages.patchwork import fullest

ON = date(2027, 3, 1)


def test_it_shows_the_library_s_counts_and_opens_a_cell(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/?on=2027-03-01&cell=train|cyber")
        .content.decode()
    )
    cell = next(c for c in overlap(ON).cells if (c.row, c.column) == ("train", "cyber"))
    assert f"Train and cyber: {cell.count} serve it, {len(cell.unsure)} to be checked" in text
    assert f"{cell.count}+{len(cell.unsure)}" in text


def test_partners_stand_side_by_side(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/?on=2027-03-01&columns=partner&among=KEN;PHL&purpose=cyber")
        .content.decode()
    )
    assert '<th scope="col">Kenya</th><th scope="col">Philippines</th>' in text


def test_two_equal_axes_are_refused(signed_in):
    answer = signed_in("vera").get("/authorities/patchwork/?rows=purpose&columns=purpose")
    assert answer.status_code == 400
    assert "two different ones" in answer.content.decode()


def test_the_fullest_cell_is_named():
    cells = (MatrixCell("a", "b", ("X",), ()), MatrixCell("c", "d", ("X", "Y"), ()))
    assert fullest(OverlapMatrix("activity", "purpose", cells, ON)) == "most stand at c and d: 2"
    bare = (MatrixCell("a", "b", (), ("X",)),)
    assert fullest(OverlapMatrix("activity", "purpose", bare, ON)) == "no cell is served surely"
