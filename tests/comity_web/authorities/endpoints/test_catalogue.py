from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.listing import listing
from comity.authorities.record_view import described
from comity.authorities.vocabulary import words


def test_the_catalogue_is_listed_with_facets_on_a_day(program):
    found = program("vera").get("/authorities?on=2027-01-01&title=Title 10&search=academy")
    expected = listing(date(2027, 1, 1), chosen_facets={"title": ["Title 10"]}, search="academy")
    assert [one["id"] for one in found["items"]] == [record.id for record in expected.records]
    assert found["facets"] == expected.to_dict()["facets"]
    assert "not legal advice" in found["disclaimer"]


def test_all_of_it_comes_in_pages_or_as_a_table(program):
    vera = program("vera")
    assert vera.get("/authorities?limit=1")["total"] == len(catalogue())
    table = vera.call("GET", "/authorities?format=csv").content.decode()
    assert table.startswith("id,citation,name")


def test_one_record_is_described_as_of_a_day(program):
    vera = program("vera")
    assert vera.get("/authorities/records/T10-333?on=2023-06-30") == described(
        "T10-333", date(2023, 6, 30)
    )
    assert vera.get("/authorities/records/10 USC 333?on=2023-06-30")["id"] == "T10-333"
    assert vera.get("/authorities/records/T10-3333", 404)["detail"]


def test_the_words_of_questions_are_told(program):
    assert program("vera").get("/authorities/words")["activity"] == dict(words("activity"))


def test_a_facet_or_day_that_there_is_not_is_refused(program):
    vera = program("vera")
    vera.get("/authorities?title=Title 11", 404)
    vera.get("/authorities?on=1900-01-01", 422)
