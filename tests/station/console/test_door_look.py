"""The doors in a real browser: administration, oversight and the force's sign-in, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.hand import Scheme
from tests.station.console.test_look import SIZES, chromium, write
from tests.station.handset import enrolled
from tests.station.process import Process
from tests.station.provider import CLIENT, SECRET, IdentityProvider, serving

pytestmark = pytest.mark.journey
__all__ = ["chromium"]
WHO = {"preferred_username": "s.demo@northvale.example", "roles": ["Supervisor"], "employeeid": "2210"}


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    made = IdentityProvider(lambda: datetime.now(UTC), dict(WHO), shows_page=True)
    with serving(made):
        yield made


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory, provider: IdentityProvider) -> Iterator[Process]:
    """One handset has sent one incident; people may sign in by the force's account."""
    folder = tmp_path_factory.mktemp("doors")
    made = Process(folder / "station", serving_more=("--oidc", str(folder / "oidc.toml")))
    oidc(folder, made, provider)
    made.told("training")
    made.start()
    handset = enrolled(made)
    write(handset)
    assert handset.sync().failed is None
    yield made
    made.stop()


def oidc(folder: Path, station: Process, provider: IdentityProvider) -> None:
    (folder / "secret").write_text(SECRET)
    (folder / "secret").chmod(0o600)
    address = f"http://127.0.0.1:{station.console_port}"
    (folder / "oidc.toml").write_text(
        f'issuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\nclient_secret_file = "secret"\n'
        f'address = "{address}"\nforce = "Northvale (TRAINING)"\narea = "Exampleton"\n'
        '[claims]\nuser = "preferred_username"\nrole = "roles"\nnumber = "employeeid"\n'
        '[roles]\nSupervisor = "supervisor"\n'
    )


def signed_in(page: Page, station: Process, role: str) -> str:
    base = f"http://127.0.0.1:{station.console_port}"
    page.goto(f"{base}/")
    page.get_by_label("User name").fill(f"training-{role}")
    page.get_by_label("Password").fill(f"training-{role}-door")
    page.get_by_role("button", name="Sign in").click()
    return base


def clean(page: Page, width: int) -> None:
    """With its styles: a click does not wait for them."""
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], page.url


PLACES = {
    "administrator": (
        "/handsets", "/officers", "/officers/4471", "/accounts", "/accounts/training-supervisor",
        "/administration", "/browser",
    ),
    "oversight": ("/oversight", "/administration"),
    "supervisor": ("/oversight", "/oversight/so-outcomes/referred"),
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_doors_fits_and_has_nothing_that_bars_anybody(
    size, scheme: Scheme, chromium: Browser, station
):
    width = SIZES[size]["width"]
    for role, paths in PLACES.items():
        context = chromium.new_context(viewport=SIZES[size], color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{station.console_port}/sign-in")
        clean(page, width)
        base = signed_in(page, station, role)
        for path in paths:
            page.goto(base + path)
            clean(page, width)
        if role == "administrator":
            page.goto(f"{base}/handsets")
            page.get_by_role("link", name="Revoke").first.click()
            clean(page, width)
            page.get_by_label("Lost or stolen").check()
            page.get_by_role("button", name="Continue").click()
            clean(page, width)
            page.goto(f"{base}/handsets")
            page.get_by_role("link", name="What it held").first.click()
            clean(page, width)
        context.close()


def test_officer_of_the_force_signs_in_by_its_account_without_any_script(chromium, station, provider):
    """The provider is another site: the cookie of the session is strict, and is there all the same."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{station.console_port}/sign-in")
    page.get_by_role("link", name="Sign in with your force's account").click()
    expect(page.get_by_role("heading", name="Force sign-in")).to_be_visible()
    assert page.url.startswith(provider.issuer)
    page.get_by_role("link", name="Let me in").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    expect(page.get_by_text("s.demo@northvale.example, supervisor")).to_be_visible()
    kept = {each["name"]: each["sameSite"] for each in context.cookies() if "name" in each}
    assert kept == {"doorstep": "Strict"}
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    context.close()


def test_handset_is_revoked_by_hand_without_any_script(chromium, station):
    handset = enrolled(station, "4481")
    assert handset.sync().failed is None
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    base = signed_in(page, station, "administrator")
    page.goto(f"{base}/handsets")
    page.get_by_role("link", name="Revoke the handset of 4481").click()
    page.get_by_label("Lost or stolen").check()
    page.get_by_label("Reference of the report").fill("LOSS-TRAIN-1")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Revoke the handset").click()
    expect(page.get_by_role("heading", name="What this handset held")).to_be_visible()
    expect(page.get_by_text("Lost or stolen. LOSS-TRAIN-1")).to_be_visible()
    assert str(handset.sync().failed) == "revoked"
    context.close()
