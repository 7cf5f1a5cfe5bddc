import pytest
from django.core.exceptions import ImproperlyConfigured
from ninja import Router

from comity_web.answers.needs import Needs
from comity_web.api import api as own
from comity_web.api.interface import interface, needs_of, operations


def test_every_operation_says_who_may_call_it():
    found = operations(interface())
    assert len(found) > 40
    assert all(isinstance(needs_of(operation), Needs) for operation in found)


def test_an_operation_that_does_not_say_so_keeps_the_site_from_starting(monkeypatch):
    open_to_all = Router()

    @open_to_all.get("/open")
    def read_open(request):
        return {}

    monkeypatch.setattr(own, "router", open_to_all)
    with pytest.raises(ImproperlyConfigured, match="read_open does not say"):
        interface.__wrapped__()


def test_names_of_operations_are_used_once():
    names = [operation.view_func.__name__ for operation in operations(interface())]
    assert len(names) == len(set(names))


def test_whoever_changes_something_is_marked_as_writing():
    for operation in operations(interface()):
        if set(operation.methods) & {"PUT", "PATCH", "DELETE"}:
            assert needs_of(operation).writes, operation.path


@pytest.mark.parametrize("path", ["/nothing", "/partners/KEN/nothing", ""])
def test_an_address_that_leads_to_nothing_says_so(program, path):
    assert "openapi.json lists all" in program("vera").get(path or "/", 404)["detail"]
