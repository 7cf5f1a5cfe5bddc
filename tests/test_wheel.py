"""The wheel alone gives a working command, with no repository beside it."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_everything_that_is_needed_is_inside(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "comity/world/data/panel.parquet" in names
    assert "comity/assess/models/comity-default.toml" in names
    assert "comity/py.typed" in names
    assert "comity_web/site/templates/site/frame.html" in names
    assert "comity_web/site/static/comity/frame.css" in names
    assert "comity_web/access/migrations/0002_trail_is_append_only.py" in names
    assert any(name.endswith("licenses/DATA-LICENSES.md") for name in names)
    assert not [name for name in names if name.startswith("tests/")]


def test_installed_in_an_empty_environment_it_ranks_partners(wheel, tmp_path):
    """Only the dependencies are shared with this environment; the package is the wheel's."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "COMITY_HOME": str(tmp_path / "home"),
    }
    done = subprocess.run(
        [
            python,
            "-m",
            "comity.cli.main",
            "assess",
            "rank",
            "--top",
            "3",
            "--draws",
            "50",
            "--json",
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(json.loads(done.stdout)["partners"]) == 3
    where = subprocess.run(
        [python, "-c", "import comity; print(comity.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
