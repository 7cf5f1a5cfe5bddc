"""The pages of sources and indicators are what the descriptions say."""

import runpy

import pytest

from comity.world.deriving import described_indicators
from comity.world.source import all_sources
from tests.conftest import ROOT

REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(ROOT / "scripts" / "write_source_reference.py"))


@pytest.mark.parametrize(
    ("page", "write"),
    [("sources.md", "source_reference"), ("indicators.md", "indicator_reference")],
)
def test_page_is_fresh(script, page, write):
    text = (REFERENCE / page).read_text(encoding="utf-8")
    assert text == script[write](), "run: python scripts/write_source_reference.py"


def test_every_source_and_indicator_is_there():
    sources = (REFERENCE / "sources.md").read_text(encoding="utf-8")
    assert all(f"(`{name}`)" in sources for name in all_sources())
    indicators = (REFERENCE / "indicators.md").read_text(encoding="utf-8")
    assert all(f"\n`{name}`: " in indicators for name in described_indicators())


def test_sources_that_may_not_ship_stand_apart():
    sources = (REFERENCE / "sources.md").read_text(encoding="utf-8")
    panel, _, own = sources.partition("## From your own file")
    assert "(`wgi`)" in panel
    assert "(`polity5`)" in own
    assert "(`foreignassistance_complete`)" in own, "open, but no file of it was compiled"


def test_nothing_in_a_publishers_words_is_read_as_markup(script):
    assert script["plain"]("US$ [a] <b> *c* d_e") == r"US\$ \[a\] \<b\> \*c\* d\_e"
