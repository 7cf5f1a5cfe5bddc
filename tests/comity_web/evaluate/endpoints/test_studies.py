def test_studies_and_what_they_need(program):
    page = program("vera").get("/studies")
    assert "fragility" in [row["name"] for row in page["items"]]
    found = program("vera").get("/studies/tiny")
    assert found["runs"] == "open"
    assert any("comity world import sfi" in how for how in found["missing"])
    assert {q["id"] for q in found["questions"]} == {"more", "coups"}
    assert {c["certainty"] for c in found["claims"]} <= {"verified", "recalled"}
    assert program("vera").get("/studies/comets", 404)["status"] == 404
