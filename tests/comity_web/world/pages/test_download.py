import json

import pytest

from comity_web.world.evidence import panel


def got(client, address, **headers):
    answer = client.get(address, headers=headers)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, body


@pytest.mark.parametrize(
    "address",
    [
        "/data/indicators/wgi.rule_of_law/figures.csv",
        "/partners/KEN/figures.json",
        "/partners/KEN/figures.parquet",
    ],
)
def test_a_part_is_sent_as_a_file_with_its_terms_beside(signed_in, address):
    answer, body = got(signed_in("vera"), address)
    assert answer.status_code == 200
    assert body
    assert "attachment" in answer["Content-Disposition"]
    assert panel().edition in answer["Content-Disposition"]
    assert answer["Link"] == '</data/attribution.txt>; rel="license"'


def test_what_one_has_is_not_sent_again(signed_in):
    client = signed_in("vera")
    answer, _ = got(client, "/partners/KEN/figures.json")
    again, body = got(client, "/partners/KEN/figures.json", **{"If-None-Match": answer["ETag"]})
    assert (again.status_code, body) == (304, b"")


def test_the_whole_panel_is_streamed(signed_in):
    answer = signed_in("vera").get("/data/panel.json")
    assert answer.streaming
    first = next(iter(answer.streaming_content))
    assert (
        json.loads(first.decode().removesuffix(', "rows": [') + "}")["edition"] == panel().edition
    )


@pytest.mark.parametrize("address", ["/data/panel.xls", "/partners/Atlantis/figures.csv"])
def test_what_is_not_there_is_refused(signed_in, address):
    assert signed_in("vera").get(address).status_code == 404
