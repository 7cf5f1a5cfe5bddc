from datetime import date

from comity.authorities.gaps import gaps
from comity.authorities.narrowing import Only
from comity.authorities.patchwork import overlap

DAY = date(2027, 3, 1)


def test_overlap_is_the_librarys(program):
    found = program("vera").get(
        "/authorities/overlap?on=2027-03-01&columns=purpose&recipient=police"
    )
    assert found == overlap(DAY, columns="purpose", only=Only(recipient="police")).to_dict()


def test_partners_stand_on_an_axis_of_their_own(program):
    vera = program("vera")
    found = vera.get("/authorities/overlap?on=2027-03-01&columns=partner&partner=KEN&partner=UKR")
    assert found["column_words"] == ["Kenya", "Ukraine"]
    assert found["partners"] == {"Kenya": ["KEN"], "Ukraine": ["UKR"]}
    assert vera.get("/authorities/overlap?on=2027-03-01&columns=partner")["column_words"]
    alone = vera.get("/authorities/overlap?on=2027-03-01&partner=KEN")
    assert alone["only"]["partner"] == "KEN"
    assert "axis" in vera.get("/authorities/overlap?partner=KEN&partner=UKR", 400)["detail"]


def test_gaps_are_the_librarys(program):
    found = program("vera").get(
        "/authorities/gaps?on=2027-03-01&recipient=police&activity=demining"
    )
    expected = gaps(DAY, recipient="police", activity="demining")
    assert found["gaps"] == [gap.to_dict() for gap in expected]
    assert found["gaps"]


def test_two_equal_axes_are_refused(program):
    program("vera").get("/authorities/overlap?rows=activity&columns=activity", 400)
