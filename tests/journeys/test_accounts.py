"""People: first sign-in, second factors, passkeys, what an administrator does, the trail."""

import base64
import hmac
import re
import struct
import time

import pytest

from tests.comity_web.openid_provider import CLIENT, SECRET, openid_provider
from tests.journeys.conftest import KIND, _watch
from tests.journeys.running_site import PASSWORD, start_site

pytestmark = pytest.mark.journey

NEW = "chosen-on-first-day-7"
SIGN_IN = re.compile("^sign in$", re.IGNORECASE)


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """A site for a team: no demonstration, so everybody needs a second factor."""
    database = ""
    if KIND == "postgres":
        from tests.comity_web.settings import SERVER

        SERVER.psql("CREATE DATABASE journeys_accounts")
        database = SERVER.get_uri("journeys_accounts")
    running = start_site(tmp_path_factory.mktemp("strict"), database, "--empty")
    yield running
    running.stop()


@pytest.fixture
def at(browser):
    """Return a page of nobody at a site, by its name: passkeys know no numbers."""
    contexts, faults = [], []

    def new_page(site, **options):
        url = site.url.replace("127.0.0.1", "localhost")
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(base_url=url, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        _watch(context, url, faults)
        return context.new_page()

    yield new_page
    for context in contexts:
        context.close()
    assert faults == []


def sign_in(page, name, password):
    page.goto("/account/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label(re.compile("^Password")).fill(password)
    page.get_by_role("button", name=SIGN_IN).click()


def sign_out(page):
    page.goto("/account/logout/")
    page.locator("main").get_by_role("button", name=re.compile("sign out", re.IGNORECASE)).click()


def six_digits(secret: str, ahead: int = 0) -> str:
    """What an authenticator app shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.new(key, step, "sha1").digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def virtual_key(page, **changes):
    """Give the browser a device that holds passkeys and says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        **changes,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_the_first_day_of_an_administrator(strict, at, look):
    page = at(strict)
    sign_in(page, "admin", strict.first_password)
    page.get_by_role("heading", name="Choose a password").wait_for()
    look(page, "first-password")
    page.get_by_label("Current Password").fill(strict.first_password)
    page.get_by_label("New Password", exact=True).fill(NEW)
    page.get_by_label("New Password (again)").fill(NEW)
    page.get_by_role("button", name="Save the new password").click()

    page.goto("/")
    page.get_by_text("You have no second factor yet").wait_for()
    look(page, "second-factor")
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator("code.secret").inner_text()
    assert page.get_by_alt_text("The secret below as a QR code").evaluate(
        "image => image.complete && image.naturalWidth > 0"
    )
    look(page, "second-factor-app")
    page.get_by_label(re.compile("code", re.IGNORECASE)).fill(six_digits(secret))
    page.get_by_role("button", name="Use this app").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    codes = page.locator("#recovery_codes code").all_inner_texts()
    assert len(codes) == 10
    look(page, "recovery-codes")

    page.goto("/people/")
    page.get_by_role("heading", name="People").wait_for()
    sign_out(page)

    sign_in(page, "admin", NEW)
    page.get_by_text("Your password was right").wait_for()
    page.goto("/people/")
    assert page.url.endswith("/account/two-factor/authenticate/"), "a password alone opens nothing"
    page.get_by_label(re.compile("code", re.IGNORECASE)).fill("000000")
    page.get_by_role("button", name=SIGN_IN).click()
    page.get_by_text("Incorrect code").first.wait_for()
    look(page, "second-factor-asked")
    page.get_by_label(re.compile("code", re.IGNORECASE)).fill(codes[0])
    page.get_by_role("button", name=SIGN_IN).click()
    page.wait_for_url(lambda address: "/account/" not in address)

    sign_out(page)
    sign_in(page, "admin", NEW)
    page.get_by_label(re.compile("code", re.IGNORECASE)).fill(codes[0])
    page.get_by_role("button", name=SIGN_IN).click()
    page.get_by_text("Incorrect code").first.wait_for()
    page.get_by_label(re.compile("code", re.IGNORECASE)).fill(six_digits(secret, ahead=1))
    page.get_by_role("button", name=SIGN_IN).click()
    page.wait_for_url(lambda address: "/account/" not in address)


def test_a_passkey_replaces_password_and_second_factor(strict, at, look):
    page = at(strict)
    virtual_key(page)
    sign_in(page, "planner", PASSWORD.format(role="planner"))
    page.get_by_role("link", name="Add one").click()
    page.get_by_role("heading", name="Add a passkey").wait_for()
    look(page, "passkey-add")
    page.get_by_label("Name").fill("My invented laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.goto("/account/two-factor/webauthn/")
    page.get_by_role("rowheader", name="My invented laptop").wait_for()
    look(page, "passkeys")
    sign_out(page)

    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda address: "/account/" not in address)
    page.goto("/people/me/")
    page.get_by_text("Signed in as planner").wait_for()


def test_a_key_is_the_second_factor_after_the_password(strict, at):
    page = at(strict)
    virtual_key(page, protocol="u2f", transport="usb", hasResidentKey=False)
    sign_in(page, "evaluator", PASSWORD.format(role="evaluator"))
    page.get_by_role("link", name="Add one").click()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    sign_out(page)
    sign_in(page, "evaluator", PASSWORD.format(role="evaluator"))
    page.get_by_role("button", name="Use a passkey or security key").click()
    page.wait_for_url(lambda address: "/account/" not in address)


def test_a_passkey_that_is_refused_is_said_in_a_sentence(strict, at):
    page = at(strict)
    session = virtual_key(page, isUserVerified=False)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("alert").filter(has_text="No passkey was given").wait_for()
    session.detach()


def test_by_a_number_the_page_says_which_name_to_use(strict, browser):
    context = browser.new_context(base_url=strict.url)
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("alert").filter(has_text="localhost").wait_for()
    context.close()


def test_after_five_failures_the_account_is_closed_for_a_while(site, at, look):
    password = site.add_person("throttled", "viewer")
    page = at(site)
    for _ in range(5):
        sign_in(page, "throttled", "wrong")
        page.get_by_text("No account has this username and password").first.wait_for()
    sign_in(page, "throttled", password)
    page.get_by_text("Wait five minutes").first.wait_for()
    look(page, "throttled")


def test_an_administrator_invites_somebody_who_signs_in(site, visit, at, look):
    page = visit("administrator")
    page.goto("/people/")
    look(page, "people")
    page.get_by_role("link", name="New account").click()
    page.get_by_label("Username").fill("nadia")
    page.get_by_label("Full name").fill("Nadia Invented")
    page.get_by_label("Role", exact=True).select_option("planner")
    page.get_by_label("Where", exact=True).select_option("AFRICOM")
    look(page, "invite")
    page.get_by_role("button", name="Make the account").click()
    password = page.locator("[data-password]").inner_text()
    look(page, "one-time-password")
    page.get_by_role("link", name="I have it").click()
    page.get_by_role("cell", name="AFRICOM", exact=True).wait_for()
    look(page, "person")

    page.get_by_label("Role", exact=True).select_option("viewer")
    page.get_by_label("Where", exact=True).select_option("Kenya")
    page.get_by_role("button", name="Give the role").click()
    page.get_by_text("is now viewer, Kenya").wait_for()
    page.get_by_role("button", name="Take away Viewer, Kenya").click()
    page.get_by_text("is no longer viewer, Kenya").wait_for()

    theirs = at(site)
    sign_in(theirs, "nadia", password)
    theirs.get_by_role("heading", name="Choose a password").wait_for()

    page.goto("/people/trail/?target=nadia")
    page.get_by_text("administrator made the account nadia").wait_for()
    look(page, "trail")


def test_a_new_password_ends_other_sessions(site, at):
    password = site.add_person("twice", "viewer")
    here, there = at(site), at(site)
    for page in (here, there):
        sign_in(page, "twice", password)
        page.wait_for_url(lambda address: "/account/" not in address)
    here.goto("/account/password/change/")
    here.get_by_label("Current Password").fill(password)
    here.get_by_label("New Password", exact=True).fill(NEW)
    here.get_by_label("New Password (again)").fill(NEW)
    here.get_by_role("button", name="Save the new password").click()
    here.wait_for_url(re.compile("/people/me/"))
    there.goto("/people/me/")
    assert "/account/login/" in there.url


def test_two_administrators_edit_the_settings_at_once(site, visit, look):
    first, second = visit("administrator"), visit("administrator")
    for page in (first, second):
        page.goto("/people/settings/")
    look(first, "settings")
    first.get_by_label("Banner").fill("EXERCISE")
    first.get_by_role("button", name="Save").click()
    first.get_by_text("Saved.").wait_for()
    second.get_by_label("Banner").fill("UNCLASSIFIED")
    second.get_by_label("Reading without an account").check()
    second.get_by_role("button", name="Save").click()
    second.get_by_role("heading", name="Somebody saved first").wait_for()
    look(second, "settings-conflict")
    second.get_by_role("button", name="Save the right-hand column").click()
    second.get_by_text("Saved.").wait_for()
    second.get_by_label("Reading without an account").uncheck()
    second.get_by_role("button", name="Save").click()


def test_single_sign_on_leads_to_the_provider_and_back(tmp_path, browser, look):
    """The provider is another host, and the way there begins with a form: the policy must let it."""
    with openid_provider() as provider:
        told = {
            "COMITY_OIDC_SERVER": provider.url,
            "COMITY_OIDC_CLIENT": CLIENT,
            "COMITY_OIDC_SECRET": SECRET,
            "COMITY_OIDC_NAME": "Invented provider",
        }
        running = start_site(tmp_path, "", "--empty", roles=(), settings=told)
        context = browser.new_context(base_url=running.url)
        said = []
        context.on("console", lambda message: said.append(message.text))
        page = context.new_page()
        page.goto("/account/login/")
        page.get_by_role("link", name="Invented provider").click()
        look(page, "single-sign-on")
        page.locator("main").get_by_role("button").click()
        page.wait_for_url(lambda address: address == f"{running.url}/")
        page.goto("/people/me/")
        page.get_by_text("Signed in as olga").wait_for()
        page.get_by_text("You have no role yet").wait_for()
        look(page, "single-sign-on-first-day")
        context.close()
        running.stop()
    assert provider.refused == []
    assert not [text for text in said if "Content Security Policy" in text]


@pytest.mark.parametrize("address", ["people", "people/trail", "people/roles", "people/me"])
def test_pages_of_people_on_a_telephone_in_the_dark(visit, look, address):
    page = visit("administrator", viewport={"width": 390, "height": 844}, color_scheme="dark")
    page.goto(f"/{address}/")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    assert not wide, "the page is wider than the telephone"
    look(page, f"{address.replace('/', '-')}-telephone")
