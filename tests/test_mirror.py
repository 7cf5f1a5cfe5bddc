"""Every source file has its test file, in the same place."""

from tests.conftest import ROOT

# Files that hold names only, or that are proved by running the command they belong to.
WITHOUT = {"__init__.py"}
# Django's own furniture: lists of names, proved by the tests that walk all addresses and menus.
FURNITURE = {"__main__.py", "apps.py", "menu.py", "settings.py", "urls.py", "wsgi.py"}


def test_every_source_file_has_a_test_file():
    missing = []
    for source in (ROOT / "src" / "comity").rglob("*.py"):
        relative = source.relative_to(ROOT / "src" / "comity")
        if source.name in WITHOUT or (relative.parts[0] == "cli" and "_" not in source.stem):
            continue
        test = ROOT / "tests" / relative.parent / f"test_{source.name}"
        if not test.exists():
            missing.append(str(relative))
    assert missing == []


def test_every_source_file_of_the_site_has_a_test_file():
    missing = []
    for source in (ROOT / "src" / "comity_web").rglob("*.py"):
        relative = source.relative_to(ROOT / "src" / "comity_web")
        if source.name in WITHOUT | FURNITURE or "migrations" in relative.parts:
            continue
        test = ROOT / "tests" / "comity_web" / relative.parent / f"test_{source.name}"
        if not test.exists():
            missing.append(str(relative))
    assert missing == []
