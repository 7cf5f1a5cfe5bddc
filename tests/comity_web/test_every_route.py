"""Every address as every role and as nobody. What is expected stands in ``routes.csv``.

A line is a method, an address, and the answer for each person of the small world (conftest):
``login`` is a redirect to the sign-in page, anything else a status. An address may hold
``{name}``: an example record, made by the function of that name in ``EXAMPLES`` of any
``tests/comity_web/<app>/route_examples.py``; it is given the people and returns what stands in
the address. Nothing that a line does outlives its line.
"""

import csv
import logging
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

from tests.comity_web.conftest import PEOPLE
from tests.comity_web.url_map import operations, routes

HERE = Path(__file__).parent
TABLE = HERE / "routes.csv"
WHO = ("nobody", "nina", "vera", "petra", "pablo", "kofi", "eva", "anton", "amara", "ada")
BACKEND = "django.contrib.auth.backends.ModelBackend"

#: Pages of ours that anybody may open, with the reason.
PUBLIC = {
    "comity_web.access.pages.closed": "says only that there is no such page",
    "comity_web.api.interface": "says in the interface's own form that there is nothing there",
    "comity_web.access.pages.to_provider": "leads to the sign-in of the identity provider",
}


@pytest.fixture(autouse=True)
def _quiet(caplog):
    """Hundreds of refusals are expected; only the comparison is worth reading."""
    caplog.set_level(logging.CRITICAL, "django.request")


def lines() -> list[dict[str, str]]:
    with TABLE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def examples():
    found = {}
    for path in sorted(HERE.glob("*/route_examples.py")):
        found |= import_module(f"tests.comity_web.{path.parent.name}.route_examples").EXAMPLES
    return found


def filled(address: str, people) -> str:
    """Put example records where the address has ``{name}``."""
    return re.sub(r"\{(\w+)\}", lambda m: str(examples()[m[1]](people)), address)


def answers(method: str, address: str, people) -> dict[str, str]:
    return {who: _answer(method, address, who, people) for who in WHO}


def _answer(method: str, address: str, who: str, people) -> str:
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if who != "nobody":
            client.force_login(people[who], backend=BACKEND)
        response = client.generic(method, address, content_type="application/x-www-form-urlencoded")
        for _ in getattr(response, "streaming_content", None) or ():
            pass
        transaction.set_rollback(True)
    if response.status_code == 302 and response["Location"].startswith("/account/login/"):
        return "login"
    return str(response.status_code)


def test_the_table_has_everybody():
    assert set(WHO) == {"nobody", *PEOPLE}
    assert tuple(lines()[0])[2:] == WHO


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line['method']} {line['address']}")
def test_every_role_gets_the_answer_that_the_table_says(line, people):
    address = filled(line["address"], people)
    got = answers(line["method"], address, people)
    mended = ",".join([line["method"], line["address"], *got.values()])
    wrong = {who: f"expected {line[who]}, got {got[who]}" for who in WHO if got[who] != line[who]}
    assert not wrong, f"{address}: {wrong}\nIf that is right, the line in {TABLE} is:\n{mended}"


def test_every_address_is_in_the_table(people):
    """Fails with the lines to add; look at each answer before you add it."""
    covered = set()
    for line in lines():
        address = filled(line["address"], people).partition("?")[0]
        try:
            covered.add((resolve(address).route, line["method"]))
        except Resolver404:
            pytest.fail(f"{TABLE}: no page at {line['address']}; take the line out or mend it.")
    missing = [
        _suggested(route.pattern, method, people)
        for route in routes()
        for method in route.methods
        if (route.pattern, method) not in covered
    ]
    assert not missing, f"Add to {TABLE}:\n" + "\n".join(missing)


def _suggested(pattern: str, method: str, people) -> str:
    """Return the line to add; where the address needs a record, its answers are left to find."""
    address = "/" + re.sub(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)", "{}", pattern).replace(
        "^", ""
    ).replace("$", "")
    if "{}" in address:
        return f"{method},{address.replace('{}', '{example}')}," + ",".join("?" for _ in WHO)
    return ",".join([method, address, *answers(method, address, people).values()])


def test_every_view_is_guarded_or_public():
    bare = []
    for route in routes():
        module = route.view.__module__
        ours = module.startswith("comity_web.")
        if ours and not hasattr(route.view, "permission") and module not in PUBLIC:
            bare.append(f"{route.pattern} ({module}): give it @page(Permission.X)")
        bare += [
            f"{route.pattern} ({operation.view_func.__module__}): give it auth=..."
            for operation in operations(route.view)
            if not operation.auth_callbacks and operation.view_func.__module__ not in PUBLIC
        ]
    assert bare == []
