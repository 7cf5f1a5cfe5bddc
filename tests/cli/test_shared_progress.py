from comity.cli.shared_progress import progress_bar


def test_bar_is_silent_where_nobody_watches(capsys):
    with progress_bar("Reading") as advance:
        advance(1, 2, "alpha")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == ""


def test_bar_draws_on_standard_error_for_a_person(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar("Reading") as advance:
        advance(1, 2, "alpha")
    said = capsys.readouterr()
    assert said.out == ""
    assert "Reading" in said.err
