"""Journeys: a person, a real Chromium, a real site on the database asked for.

``visit("planner")`` gives a page in which an invented planner is signed in. A request to any other
host, a refusal by the Content-Security-Policy or an error in a script fails the journey.
``look(page, "name")`` keeps a picture in ``build/screenshots`` and checks WCAG 2.2 AA with axe.
"""

import os
import re
import shutil
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT
from tests.journeys.running_site import PASSWORD, start_site

KIND = os.environ.get("COMITY_TEST_DATABASE", "sqlite")
PICTURES = ROOT / "build" / "screenshots"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium where it is installed, else the one that Playwright brought."""
    found = shutil.which("chromium")
    chosen = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **chosen, "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site, once for a run; journeys make the records that they need."""
    home = tmp_path_factory.mktemp("site")
    running = start_site(home, _database())
    yield running
    running.stop()


@pytest.fixture
def visit(site, browser):
    """Return a page in which somebody of that role is signed in; nobody for ``None``."""
    contexts, faults = [], []

    def as_role(role=None, **options):
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        if role is not None and "storage_state" not in options:
            options["storage_state"] = _state(site, browser, role)
        context = browser.new_context(base_url=site.url, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        _watch(context, site.url, faults)
        return context.new_page()

    yield as_role
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def look(request):
    """Keep a picture of a page and check it for accessibility."""

    def at(page, name, *, full=True):
        page.wait_for_load_state("networkidle")
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}-{KIND}.png", full_page=full)
        _check_accessibility(page, name)

    return at


def _check_accessibility(page, name):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": _RULES}).response["violations"]
    said = [
        f"{v['id']}: {v['help']}: " + "; ".join(n["html"][:160] for n in v["nodes"][:3])
        for v in found
    ]
    assert said == [], f"{name}: " + "\n".join(said)


def _watch(context, url, faults):
    home = urlsplit(url).netloc

    def requested(request):
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != home:
            faults.append(f"request to another host: {request.url}")

    def said(message):
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", requested)
    context.on("console", said)
    context.on("weberror", lambda error: faults.append(f"script error: {error.error}"))


def _state(site, browser, role):
    """Sign in once for each role and keep the cookies."""
    if role not in site.states:
        context = browser.new_context(base_url=site.url)
        page = context.new_page()
        page.goto("/account/login/")
        page.get_by_label("Username").fill(role)
        page.get_by_label(re.compile("^Password")).fill(PASSWORD.format(role=role))
        page.get_by_role("button", name=re.compile("^sign in$", re.IGNORECASE)).click()
        page.wait_for_url(lambda address: "/login" not in address)
        site.states[role] = context.storage_state()
        context.close()
    return site.states[role]


def _database():
    """A database of its own on the PostgreSQL of this run, or SQLite in the site's home."""
    if KIND != "postgres":
        return ""
    from tests.comity_web.settings import SERVER

    name = f"journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    SERVER.psql(f"CREATE DATABASE {name}")
    return SERVER.get_uri(name)
