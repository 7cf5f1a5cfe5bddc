import re

from comity_web.api.description import document


def test_the_reference_shows_every_operation_and_every_shape(signed_in):
    text = signed_in("vera").get("/api/").content.decode()
    for path, methods in document()["paths"].items():
        assert path in text
        for one in methods.values():
            assert f'id="{one["operationId"]}"' in text
    links = set(re.findall(r'href="#([^"]+)"', text))
    ids = set(re.findall(r'id="([^"]+)"', text))
    assert links - {"main"} <= ids


def test_nothing_in_it_runs_or_comes_from_elsewhere(signed_in):
    answer = signed_in("vera").get("/api/")
    text = answer.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=", text)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_nobody_is_led_to_sign_in(client, db):
    assert client.get("/api/").status_code == 302
