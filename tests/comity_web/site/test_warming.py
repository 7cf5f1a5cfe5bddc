import sys
from types import ModuleType

from comity_web.jobs import background as jobs
from comity_web.site import warming


def _module(monkeypatch, name, **names):
    module = ModuleType(name)
    for key, value in names.items():
        setattr(module, key, value)
    module.__spec__ = type("Spec", (), {"name": name})()
    monkeypatch.setitem(sys.modules, name, module)


def test_every_application_with_a_background_is_started(monkeypatch):
    started = []
    _module(monkeypatch, "comity_web.records.background", start=lambda: started.append("records"))
    monkeypatch.setattr(jobs, "start", lambda: started.append("jobs"))
    warming.start_workers()
    assert started == ["records", "jobs"]


def test_warming_runs_beside_the_first_visitor(monkeypatch):
    from threading import Event, current_thread

    done, names = Event(), []

    def run():
        names.append(current_thread().name)
        done.set()

    monkeypatch.setattr(warming, "_prepare", run)
    warming.warm()
    assert done.wait(5)
    assert names == ["warm-up"]
