import pytest
from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from comity.terms.errors import DataMissing, InputError, UnknownName
from comity_web.api.refusals import answer_errors


@pytest.fixture(scope="module")
def api():
    api = NinjaAPI(urls_namespace="refusals")
    answer_errors(api)
    return api


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (InputError("Mend it."), 400, "Mend it."),
        (UnknownName("partner", "Kenja", ["Kenya"]), 404, "Did you mean 'Kenya'?"),
        (DataMissing("No figures."), 404, "No figures."),
        (Http404("Not yours."), 404, "Not yours."),
        (HttpError(400, "Cannot parse request body"), 400, "Cannot parse request body"),
        (
            ValidationError([{"loc": ("query", "limit"), "msg": "too low"}]),
            422,
            "query.limit: too low.",
        ),
        (KeyError("hidden"), 500, "The fault is in Comity"),
    ],
)
def test_every_error_is_a_problem_with_one_sentence(api, rf, error, status, said, caplog):
    answer = api.on_exception(rf.get("/api/v1/x"), error)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert said in answer.content.decode()
    assert ("KeyError" in caplog.text) == (status == 500)
    assert "hidden" not in answer.content.decode()


def test_every_wrong_field_is_named(program):
    sent = {"year": "2020", "draws": 5}
    refused = program("vera").send("POST", "/rank-intervals", sent, 422)
    assert refused["detail"] == "body: year is of another kind than described."
    refused = program("vera").get("/rank-intervals?year=abc&draws=5", 422)
    assert [one["field"] for one in refused["errors"]] == ["query.year", "query.draws"]
    assert refused["field"] == "query.year"
