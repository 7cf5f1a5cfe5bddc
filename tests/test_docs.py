"""The documentation is complete, and every command in it runs."""

import re
import subprocess
import sys

import pytest

from comity.assess.model_file import shipped_models
from tests.conftest import ROOT

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def console_lines() -> list[tuple[str, str]]:
    """Lines that begin with a prompt in console blocks, with the page they stand on."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL):
            found += [(page.name, line[2:]) for line in block.splitlines() if line.startswith("$ ")]
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("page", "line"), console_lines())
def test_every_command_in_the_documentation_runs(page, line, tmp_path):
    program = f'comity() {{ "{sys.executable}" -m comity.cli.main "$@"; }}\n'
    program += f'python() {{ "{sys.executable}" "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-c", program + line], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{page}: {line}\n{done.stderr}"


def test_every_assess_command_is_in_the_reference():
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for path in (ROOT / "src" / "comity" / "cli").glob("assess_*.py"):
        assert f"comity.cli.{path.stem}:command" in text, path.stem


def test_every_command_named_in_the_readme_exists():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"comity (\w+) (\w[\w-]*)", text))
    for group, command in named:
        stem = f"{group}_{command.replace('-', '_')}.py"
        assert (ROOT / "src" / "comity" / "cli" / stem).exists(), (group, command)


def test_every_cited_key_is_in_the_bibliography():
    keys = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "docs/refs.bib").read_text(), re.MULTILINE))
    cited = set()
    for path in [*PAGES, *(ROOT / "src").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        for group in re.findall(r"cite:p(?:`|\}`)([\w, ]+)`", text):
            cited |= {key.strip() for key in group.split(",")}
    assert cited <= keys, cited - keys


def test_decisions_are_numbered_once():
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(set(numbers)) == len(numbers)


def test_shipped_models_are_labelled():
    assert set(shipped_models()) == {"comity-default", "illustrative-priority"}


def test_every_command_is_in_the_reference():
    pages = (ROOT / "docs" / "reference").glob("*.md")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    for path in (ROOT / "src" / "comity" / "cli").glob("*_*.py"):
        if not path.stem.startswith(("shared_", "__")):
            assert f"comity.cli.{path.stem}:command" in text, path.stem
