"""The tutorial's notebook runs, cell by cell, against a server on this machine."""

import json
from runpy import run_path

import pytest

from comity_web.api.actions import create_token
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "tutorials" / "call-the-api.md"
NOTEBOOK = PAGE.with_suffix(".ipynb")


def cells():
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_has_the_text_and_the_cells_of_the_page():
    written = run_path(str(ROOT / "scripts" / "write_notebook.py"))["as_file"]
    assert NOTEBOOK.read_text(encoding="utf-8") == written(PAGE.read_text(encoding="utf-8")), (
        "run: python scripts/write_notebook.py docs/tutorials/call-the-api.md"
    )


@pytest.mark.slow
def test_the_notebook_runs(transactional_db, people, live_server, monkeypatch, capsys):
    _, secret = create_token(people["petra"], "notebook", by=people["petra"], reads_only=False)
    monkeypatch.setenv("COMITY_URL", live_server.url)
    monkeypatch.setenv("COMITY_TOKEN", secret)
    room = {}
    for number, cell in enumerate(cells()):
        exec(compile(cell, f"cell {number}", "exec"), room)
    printed = capsys.readouterr().out
    assert "petra" in printed
    assert "in review" in printed
    assert "304" in printed
