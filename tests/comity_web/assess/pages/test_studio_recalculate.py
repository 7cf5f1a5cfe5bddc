from comity_web.assess.scored import scores_of
from tests.comity_web.assess.pages.test_studio import form_of


def test_it_answers_the_form_with_ranks_and_the_address(signed_in):
    told = signed_in("vera").post("/studio/recalculate/", form_of(**{"w-governance": "4"})).json()
    assert told["address"].endswith("group=AFRICOM&w-governance=4")
    assert told["full"] is False
    assert told["shares"]["w-governance"] == 30.8
    assert len(told["rows"]) == len(scores_of(2022, "AFRICOM").partners)
    assert told["rows"][0]["rank"] == 1
    assert told["changes"] == ["Weight of Governance: 1 to 4."]


def test_after_a_pause_everything_varies(signed_in):
    told = signed_in("vera").post("/studio/recalculate/", form_of(full="1")).json()
    assert told["full"] is True
    assert "1,000 draws" in told["intervals"]


def test_a_refusal_is_one_sentence(signed_in):
    client = signed_in("vera")
    none = {name: "0" for name in form_of() if name.startswith("w-")}
    answer = client.post("/studio/recalculate/", form_of(**none))
    assert answer.status_code == 400
    assert "raise at least one" in answer.json()["error"]
    assert client.get("/studio/recalculate/").status_code == 405
