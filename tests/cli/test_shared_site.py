import pytest

from comity.cli import shared_site
from comity.terms.errors import DataMissing


def test_without_the_site_the_command_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(shared_site, "find_spec", lambda name: None)
    with pytest.raises(DataMissing, match=r"comity\[web\]"):
        shared_site.site_module("site.backup")


def test_a_module_of_the_site_is_found_by_name():
    assert shared_site.site_module("site.tables").__name__ == "comity_web.site.tables"
