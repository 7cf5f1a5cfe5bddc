import tomllib

import comity
from comity.terms.version import VERSION
from tests.conftest import ROOT


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION == comity.__version__
