"""The file of --oidc: what is taken, and what is named as wrong before anything is started."""

from __future__ import annotations

import pytest

from sync.station.accounts import Role
from sync.station.identity.configured import ProviderUnreadable, read_provider
from tests.station.process import Process

FILE = """
issuer = "https://login.example/tenant/v2.0"
client_id = "doorstep"
client_secret_file = "secret"
address = "https://station.example/"
local = "administrators"
force = "Northvale"
[claims]
user = "preferred_username"
role = "roles"
[roles]
"Doorstep.Supervisor" = "supervisor"
"""


@pytest.fixture
def file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("a made-up client secret\n")
    secret.chmod(0o600)
    return tmp_path / "oidc.toml"


def wrong(file, text: str, training: bool = False) -> str:
    file.write_text(text)
    with pytest.raises(ProviderUnreadable) as problem:
        read_provider(file, training=training)
    return problem.value.what


def test_file_says_who_signs_people_in_and_its_secret_is_not_shown(file):
    file.write_text(FILE)
    found = read_provider(file, training=False)
    assert found.back == "https://station.example/sign-in/back"
    assert found.roles == {"Doorstep.Supervisor": Role.SUPERVISOR}
    assert found.administrators_only
    assert found.secret == "a made-up client secret"
    assert found.secret not in repr(found)


@pytest.mark.parametrize(
    ("line", "other", "what"),
    [
        ('client_id = "doorstep"', "", "client_id"),
        ('issuer = "https://login.example/tenant/v2.0"', 'issuer = "http://login.example"', "issuer"),
        ('address = "https://station.example/"', 'address = "http://127.0.0.1:8080"', "address"),
        ('local = "administrators"', 'local = "nobody"', "local"),
        ('force = "Northvale"', "", "force"),
        ('role = "roles"', "", "claims"),
        ('role = "roles"', 'role = "roles"\nheight = "cm"', "claims"),
        ('= "supervisor"', '= "king"', "roles"),
        ('client_secret_file = "secret"', 'client_secret_file = "elsewhere"', "client_secret_file"),
        ('force = "Northvale"', 'force = "Northvale"\nscope = "x"', "scope"),
        ("[claims]", "[claims", "the file itself"),
    ],
)
def test_what_is_wrong_with_the_file_is_named(line, other, what, file):
    assert line in FILE
    assert wrong(file, FILE.replace(line, other)) == what


def test_secret_that_others_may_read_is_refused(file):
    (file.parent / "secret").chmod(0o644)
    assert wrong(file, FILE) == "client_secret_file"


def test_plain_line_to_this_machine_is_for_training_alone(file):
    text = FILE.replace("https://login.example/tenant/v2.0", "http://localhost:9000")
    assert wrong(file, text) == "issuer"
    file.write_text(text)
    assert read_provider(file, training=True).issuer == "http://localhost:9000"
    assert (
        wrong(file, FILE.replace("https://login.example", "http://login.example"), training=True) == "issuer"
    )


def test_station_does_not_start_with_a_file_that_cannot_be_used(tmp_path):
    station = Process(tmp_path / "station", serving_more=("--oidc", str(tmp_path / "missing.toml")))
    refused = station.serve()
    assert refused.returncode == 2
    assert refused.stderr == (
        "The file of --oidc cannot be used: the file itself is missing or wrong. Nothing was started.\n"
    )
    assert not (tmp_path / "station").exists()
