import os

from comity_web.site.configured import configure, setup


def test_a_named_settings_module_is_kept(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "somebody.elses")
    configure()
    assert os.environ["DJANGO_SETTINGS_MODULE"] == "somebody.elses"


def test_ours_is_the_default(monkeypatch):
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE")
    configure()
    assert os.environ["DJANGO_SETTINGS_MODULE"] == "comity_web.site.settings"


def test_setting_up_twice_does_no_harm():
    setup()
    setup()
