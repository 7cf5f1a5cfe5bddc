"""The page for administrators names every variable that the site reads, and no other."""

import re

from comity_web.site import environment
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
NAME = re.compile(r"\b(?:COMITY_[A-Z_]+|DATABASE_URL)\b")
#: Read by tests and by scripts of ours, not by the site.
NOT_THE_SITES = {"COMITY_SHARED", "COMITY_TEST_DATABASE"}


def in_the_table():
    return set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))


def read_by_the_code():
    found = set()
    for folder in ("comity", "comity_web"):
        for path in (ROOT / "src" / folder).rglob("*.py"):
            code = path.read_text(encoding="utf-8")
            for call in re.findall(r"(?:environ(?:\.get\(|\[)|flag\()\s*\"([A-Z_]+)\"", code):
                found |= set(NAME.findall(call))
    return found - NOT_THE_SITES


def test_every_variable_that_is_read_is_on_the_page_and_no_other():
    assert in_the_table() == read_by_the_code()


def test_the_code_tells_the_same_table():
    told = set(NAME.findall(environment.__doc__)) | {
        f"COMITY_OIDC_{part}" for part in ("ID", "NAME", "SERVER", "CLIENT", "SECRET")
    }
    assert told - {"COMITY_OIDC_"} == in_the_table()


def test_every_command_on_the_page_exists():
    named = set(re.findall(r"(?:comity-site|bin/comity) (site \w+|serve)", PAGE))
    assert {"site backup", "site restore", "site user", "serve"} == named
    for name in named:
        stem = name.replace(" ", "_")
        assert (ROOT / "src" / "comity" / "cli" / f"{stem}.py").exists()
