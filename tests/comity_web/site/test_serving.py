from comity_web.site import serving
from comity_web.site.first_run import FirstRun


def test_it_says_where_it_stands_and_the_password_once(db, monkeypatch):
    lines, options = [], []
    monkeypatch.setattr(serving, "prepare", lambda **_: FirstRun("admin", "one-time"))
    monkeypatch.setattr(serving.Server, "__init__", lambda self, given: options.append(given))
    monkeypatch.setattr(serving.Server, "run", lambda self: None)
    monkeypatch.setattr(serving.connections, "close_all", lambda: None)
    serving.serve(
        host="127.0.0.1", port=8140, workers=2, threads=4, demonstration=True, say=lines.append
    )
    assert lines[0].startswith("Comity at http://127.0.0.1:8140/")
    assert lines[1] == "First administrator: admin   one-time password: one-time"
    assert options[0]["bind"] == "127.0.0.1:8140"
    assert (options[0]["workers"], options[0]["threads"]) == (2, 4)
