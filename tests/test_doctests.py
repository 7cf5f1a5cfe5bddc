"""Every example in a docstring runs."""

import doctest
from importlib import import_module

import pytest

from tests.conftest import ROOT

SOURCES = ROOT / "src" / "comity"
WITH_EXAMPLES = sorted(
    str(path.relative_to(SOURCES.parent).with_suffix("")).replace("/", ".")
    for path in SOURCES.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_run(name):
    result = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 0
    assert result.failed == 0
