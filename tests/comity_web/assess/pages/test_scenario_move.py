from comity_web.assess.models import AgreedResult
from tests.comity_web.assess.scenes import make_scenario


def test_from_draft_to_agreed_takes_two_people(people, signed_in):
    scenario = make_scenario(people["petra"])
    address = f"/scenarios/{scenario.pk}/move/"
    signed_in("petra").post(address, {"move": "submit", "version": 1})
    assert signed_in("petra").post(address, {"move": "approve", "version": 2}).status_code == 403
    page = signed_in("anton").post(address, {"move": "approve", "version": 2}, follow=True)
    assert "is now agreed" in page.content.decode()
    assert AgreedResult.objects.get().agreed_by == "anton"


def test_sending_back_needs_a_reason(people, signed_in):
    scenario = make_scenario(people["petra"])
    address = f"/scenarios/{scenario.pk}/move/"
    signed_in("petra").post(address, {"move": "submit", "version": 1})
    client = signed_in("anton")
    refused = client.post(address, {"move": "return", "version": 2})
    assert refused.status_code == 400
    assert "Say why" in refused.content.decode()
    back = {"move": "return", "version": 2, "reason": "The note is thin."}
    page = client.post(address, back, follow=True).content.decode()
    assert "is now draft" in page
    assert "The note is thin." in page


def test_a_move_on_what_somebody_else_moved_is_told(people, signed_in):
    scenario = make_scenario(people["petra"])
    address = f"/scenarios/{scenario.pk}/move/"
    client = signed_in("petra")
    client.post(address, {"move": "submit", "version": 1})
    assert client.post(address, {"move": "withdraw", "version": 1}).status_code == 409
    assert client.post(address, {"move": "fly", "version": 2}).status_code == 400


def test_a_draft_that_may_not_be_read_cannot_be_moved(people, signed_in):
    scenario = make_scenario(people["petra"])
    answer = signed_in("kofi").post(f"/scenarios/{scenario.pk}/move/", {"move": "submit"})
    assert answer.status_code == 404
