import re
from urllib.parse import parse_qs, urlsplit

import pytest

from comity_web.assess.scored import default_model, scores_of
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def form_of(**changes):
    """What a browser posts from the page of the default model."""
    model = default_model()
    return {
        "form": "1",
        "base": "comity-default",
        "year": "2022",
        "group": "AFRICOM",
        "on": list(model.indicators),
        **{f"w-{c.id}": "1" for c in model.constructs},
        **{f"i-{u.id}": "1" for u in model.uses},
        **changes,
    }


def test_the_page_comes_computed(signed_in):
    model = default_model().with_weights({"governance": 4.0})
    scores = scores_of(2022, "AFRICOM", model)
    page = signed_in("vera").get("/studio/?w-governance=4&group=AFRICOM").content.decode()
    ranked = re.findall(r'<tr data-partner="([A-Z]{3})">', page)
    assert ranked[:5] == [scores.partners[i] for i in scores.order[:5]]
    assert 'name="w-governance" min="0" max="100" step="any" value="4" data-start="1"' in page
    assert "1,000 draws, seed 1" in page
    assert "Equal weights are a Comity default" in page
    assert "Weight of Governance: 1 to 4." in page
    assert "you need the role of a planner" in page


def test_a_form_becomes_a_short_address(signed_in):
    client = signed_in("vera")
    answer = client.post("/studio/", form_of(**{"w-governance": "4"}))
    assert answer.status_code == 302
    assert (
        answer["Location"] == "/studio/?base=comity-default&year=2022&group=AFRICOM&w-governance=4"
    )
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("then", "path"),
    [("save", "/scenarios/new/"), ("toml", "/studio/export/toml/"), ("", "/studio/")],
)
def test_its_buttons_carry_the_settings_along(signed_in, then, path):
    answer = signed_in("petra").post("/studio/", form_of(then=then, **{"w-economy": "2"}))
    address = urlsplit(answer["Location"])
    assert address.path == path
    assert parse_qs(address.query)["w-economy"] == ["2"]


def test_a_draft_can_be_saved_to_by_its_planners_only(people, client, signed_in):
    draft = make_scenario(people["petra"])
    address = f"/studio/?base=scenario-{draft.pk}"
    assert "Save to Governance first" in signed_in("pablo").get(address).content.decode()
    answer = client.post(
        "/studio/", form_of(base=f"scenario-{draft.pk}-1", then="save-to", **{"w-governance": "2"})
    )
    assert answer["Location"].startswith(f"/scenarios/{draft.pk}/edit/?base=scenario-{draft.pk}-1")
    assert "Save to" not in signed_in("anton").get(address).content.decode()
    assert signed_in("vera").get(address).status_code == 404


def test_what_is_agreed_opens_but_is_not_saved_over(people, signed_in):
    agreed = make_agreed(people)
    page = signed_in("petra").get(f"/studio/?base=scenario-{agreed.pk}").content.decode()
    assert "Save to" not in page
    assert "Save as a new scenario" in page


def test_what_cannot_be_used_is_one_sentence(signed_in):
    answer = signed_in("vera").get("/studio/?w-governance=much")
    assert answer.status_code == 400
    assert "give a number from 0 to 100" in answer.content.decode()
