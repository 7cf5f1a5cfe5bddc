"""What ships is licensed to ship, and the page of licences is what the descriptions say."""

import runpy

from comity.world.deriving import derived_topics, inputs_of
from comity.world.load import load_manifest, load_panel
from comity.world.source import all_sources
from tests.conftest import ROOT


def test_page_is_fresh():
    made = runpy.run_path(str(ROOT / "scripts" / "write_data_licences.py"))["data_licences"]()
    page = (ROOT / "DATA-LICENSES.md").read_text(encoding="utf-8")
    assert page == made, "run: python scripts/write_data_licences.py"


def test_every_source_of_the_embedded_panel_may_ship_and_is_on_the_page():
    page = (ROOT / "DATA-LICENSES.md").read_text(encoding="utf-8")
    shipped = page.partition("## Not part of Comity")[0]
    known = all_sources() | derived_topics()
    for record in load_manifest(imports=False).sources:
        assert known[record.id].licence.may_ship, record.id
        assert f"(`{record.id}`)" in shipped, record.id


def test_nothing_derived_rests_on_what_may_not_ship():
    for topic in derived_topics().values():
        for name in inputs_of(topic):
            source = name.partition(".")[0]
            known = all_sources().get(source) or derived_topics()[source]
            assert known.licence.may_ship, (topic.id, name)


def test_embedded_panel_knows_its_files_and_is_described_as_now():
    """A changed description, edition or reader needs the panel built again."""
    known = all_sources() | derived_topics()
    for record in load_manifest(imports=False).sources:
        assert record.vintage == known[record.id].vintage, record.id
        assert all(len(file.sha256) == 64 for file in record.files)
        assert record.files or record.id in derived_topics(), record.id
    described = {i.id: i for source in known.values() for i in source.indicators}
    for name, indicator in load_panel(imports=False).catalogue.items():
        assert indicator == described[name], f"{name}: run comity world build RAW_FOLDER"


def test_embedded_panel_is_small():
    path = ROOT / "src" / "comity" / "world" / "data" / "panel.parquet"
    assert path.stat().st_size < 3_000_000
