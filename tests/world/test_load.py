import pytest

from comity.terms.errors import FileError
from comity.world.home import home
from comity.world.load import embedded_path, load_manifest, load_panel
from comity.world.manifest import Manifest
from comity.world.storage import write_panel
from tests.world.small_panel import small_panel
from tests.world.test_manifest import record
from tests.world.test_merging import import_of
from tests.world.test_storage import large_panel, stored


def store_import(name: str) -> None:
    write_panel(
        import_of(("BEL", f"{name}.rank", 2021, 3.0)),
        home() / "imports" / f"{name}.parquet",
        manifest=Manifest((record(name, "mine"),)),
    )


def test_panel_comes_from_the_file_that_is_given(tmp_path):
    assert load_panel(path=stored(tmp_path)).edition == small_panel().edition


def test_imports_count_unless_they_are_left_out(tmp_path):
    path = stored(tmp_path)
    store_import("alpha")
    assert load_panel(path=path).indicators == ("alpha.rank", "beta.money")
    assert load_panel(path=path, imports=False).indicators == ("alpha.score", "beta.money")
    assert [r.vintage for r in load_manifest(path=path).sources] == ["mine", "v1"]
    assert [r.vintage for r in load_manifest(path=path, imports=False).sources] == ["v1", "v1"]


def test_damaged_import_says_how_to_take_it_out(tmp_path):
    path = stored(tmp_path)
    store_import("alpha")
    (home() / "imports" / "alpha.parquet").write_bytes(b"PAR1 and nonsense")
    with pytest.raises(FileError, match="comity world import --remove alpha"):
        load_panel(path=path)


def test_embedded_panel_lies_in_the_package():
    assert embedded_path().parts[-3:] == ("world", "data", "panel.parquet")


@pytest.mark.slow
def test_half_a_million_rows_and_an_import_load_together(tmp_path):
    path = stored(tmp_path, large_panel())
    store_import("gamma")
    assert len(load_panel(path=path).value) > len(large_panel().value)
