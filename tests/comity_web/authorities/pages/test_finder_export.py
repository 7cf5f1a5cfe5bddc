import json

import pytest

from tests.comity_web.authorities.asked import KENYA


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("json", "application/json"), ("csv", "text/csv; charset=utf-8"),
     ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")],
)  # fmt: skip
def test_the_answer_is_handed_out(signed_in, kind, media_type):
    answer = signed_in("vera").get(f"/authorities/answer.{kind}?{KENYA}")
    assert answer["Content-Type"] == media_type
    assert answer["Content-Disposition"] == f'attachment; filename="authorities-2027-03-01.{kind}"'
    if kind == "json":
        assert json.loads(answer.content)["query"]["partner"] == "KEN"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        (f"answer.pdf?{KENYA}", 404, "there are json, csv, docx"),
        ("answer.json?partner=KEN", 400, "needs an activity"),
        ("answer.json?activity=train&on=soon", 400, "not a day"),
    ],
)
def test_what_cannot_be_handed_out_is_refused(signed_in, address, status, said):
    answer = signed_in("vera").get(f"/authorities/{address}")
    assert answer.status_code == status
    assert said in answer.content.decode()
