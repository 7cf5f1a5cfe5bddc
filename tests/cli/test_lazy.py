import subprocess
import sys

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from tests.conftest import ROOT

COMMANDS = sorted(
    path.stem
    for path in (ROOT / "src" / "comity" / "cli").glob("*_*.py")
    if not path.stem.startswith(("shared_", "__"))
)


@pytest.mark.parametrize("stem", COMMANDS)
def test_every_file_is_a_command_with_a_summary_and_help(stem):
    group, _, command = stem.partition("_")
    name = command.replace("_", "-")
    listed = CliRunner().invoke(root, [group, "--help"])
    assert f"  {name}" in listed.output
    shown = CliRunner().invoke(root, [group, name, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()[2].strip()) > 10


def test_help_imports_no_command():
    code = (
        "import sys; from click.testing import CliRunner; from comity.cli.main import root; "
        "CliRunner().invoke(root, ['--help']); CliRunner().invoke(root, ['assess', '--help']); "
        "print([m for m in sys.modules if m.startswith('comity.cli.assess_')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
