from pathlib import Path

from comity.world.home import home, import_files


def test_chosen_folder_wins(monkeypatch, tmp_path):
    monkeypatch.setenv("COMITY_HOME", str(tmp_path / "mine"))
    assert home() == tmp_path / "mine"
    assert import_files() == []


def test_without_a_choice_it_is_the_users_own_place(monkeypatch):
    monkeypatch.delenv("COMITY_HOME")
    assert home().is_relative_to(Path.home())
    assert home().name == "comity"


def test_derived_topics_come_after_the_imports(monkeypatch, tmp_path):
    monkeypatch.setenv("COMITY_HOME", str(tmp_path))
    for name in ("derived/burden.parquet", "wgi.parquet", "wgi.json"):
        path = tmp_path / "imports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [path.stem for path in import_files()] == ["wgi", "burden"]
