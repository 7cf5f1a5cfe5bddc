import json

from comity_web.answers.refusal import Problem, Refusal


def test_a_refusal_is_a_problem_document():
    answer = Refusal(404, "There is none.", field="path.name").answer()
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    body = json.loads(answer.content)
    assert body == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is none.",
        "field": "path.name",
        "errors": [],
    }
    assert Problem(**body)


def test_who_must_sign_in_is_told_how():
    assert Refusal(401, "Send a token.").answer()["WWW-Authenticate"].startswith("Bearer")


def test_headers_and_further_members_go_along():
    answer = Refusal(409, "Too late.", headers={"ETag": '"v3"'}, version=3).answer()
    assert (answer["ETag"], json.loads(answer.content)["version"]) == ('"v3"', 3)
