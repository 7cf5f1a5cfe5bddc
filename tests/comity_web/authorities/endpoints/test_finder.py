from datetime import date

from comity.authorities.combine import combine
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.cli.shared_partner_status import Told, partner_status


def test_every_authority_answers_as_the_finder_does(program):
    address = (
        "/authorities/find?activity=train&purpose=counterterrorism&partner=Kenya&on=2027-03-01"
    )
    found = program("vera").get(f"{address}&today=2026-12-01")
    day = date(2027, 3, 1)
    query = Query(
        "train", day, purpose="counterterrorism", partner=partner_status("KEN", day, Told()),
        today=date(2026, 12, 1),
    )  # fmt: skip
    expected = find(query)
    assert found["total"] == len(expected.judgements)
    assert [one["id"] for one in found["judgements"]] == [
        j.authority.id for j in expected.judgements
    ]
    assert [one["verdict"] for one in found["judgements"]] == [
        j.verdict.value for j in expected.judgements
    ]
    assert found["confirm_first"] == list(expected.to_confirm)


def test_facets_narrow_the_answer(program):
    address = "/authorities/find?activity=train&on=2027-03-01&verdict=usable with conditions"
    found = program("vera").get(address)
    assert {one["verdict"] for one in found["judgements"]} == {"usable with conditions"}
    assert found["number"] < found["total"]


def test_a_package_is_carried_by_the_sets_that_the_library_finds(program):
    needs = [{"activity": "train"}, {"activity": "equip", "recipient": "police"}]
    sent = {"needs": needs, "on": "2027-03-01", "today": "2026-12-01", "most": 2}
    found = program("vera").send("POST", "/authorities/combinations", sent)
    day = date(2027, 3, 1)
    queries = [
        Query(
            one["activity"],
            day,
            recipient=one.get("recipient", "military"),
            today=date(2026, 12, 1),
        )
        for one in needs
    ]
    expected = combine(queries, most=2).to_dict()
    assert found["options"] == expected["options"]
    assert found["uncovered"] == expected["uncovered"]


def test_a_word_that_there_is_not_is_refused_with_those_that_there_are(program):
    vera = program("vera")
    assert "Allowed: train" in vera.get("/authorities/find?activity=trian", 404)["detail"]
    vera.get("/authorities/find", 422)
    vera.send("POST", "/authorities/combinations", {"needs": []}, 422)
