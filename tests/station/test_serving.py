"""The station as a process: what it listens on, what it refuses at the start, and in which words."""

from __future__ import annotations

import http.client
import signal
import socket
import ssl
import stat
from urllib.parse import urlencode

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.station.process import HERE, Process

ACCOUNT = (
    "account",
    "add",
    "--user",
    "b-sample",
    "--role",
    "supervisor",
    "--force",
    "Northvale",
    "--area",
    "E",
)


@pytest.fixture
def station(tmp_path):
    made = Process(tmp_path / "station")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    made = Process(tmp_path_factory.mktemp("running") / "station")
    made.told("training")
    made.start()
    yield made
    assert made.stop() == 0
    assert "Traceback" not in made.log


def live(station: Process) -> None:
    """A live station's folder, with the force's recovery public key in it."""
    station.more = ("--live",)
    (station.data / "keys").mkdir(parents=True)
    public = X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    (station.data / "keys" / "recovery.pub").write_text(public)


def refused(station: Process) -> str:
    """What it says instead of starting: one sentence or two, no trace."""
    done = station.serve()
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith(".\n")
    return done.stderr


def test_both_ports_are_this_machines_alone(running):
    for port in (running.port, running.console_port):
        with socket.socket() as near:
            near.connect((HERE, port))
        with socket.socket() as beside, pytest.raises(ConnectionRefusedError):
            beside.connect(("127.0.0.2", port))


def client(lowest: ssl.TLSVersion, highest: ssl.TLSVersion, station: Process) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.load_verify_locations(station.data / "keys" / "ca.pem")
    made.set_ciphers("ALL:@SECLEVEL=0")
    made.minimum_version, made.maximum_version = lowest, highest
    return made


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_1_2_and_later_are_spoken(version, running):
    with running.tls(client(version, version, running)) as line:
        assert line.version() == version.name.replace("_", ".", 1).replace("v1.", "v1.")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1:DeprecationWarning")
def test_tls_1_1_and_earlier_are_not_spoken(running):
    old = client(ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1, running)
    with pytest.raises(ssl.SSLError):
        running.tls(old)


def test_plain_http_on_the_tls_port_gets_nothing(running):
    with socket.create_connection((HERE, running.port), 5) as plain:
        plain.sendall(b"GET /v1/hello HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"doorstep" not in plain.recv(4096)


@pytest.mark.parametrize("over_tls", [True, False], ids=["over TLS", "on plain loopback"])
def test_training_accounts_sign_in_at_the_console(over_tls, running):
    if over_tls:
        trusted = ssl.create_default_context(cafile=str(running.data / "keys" / "ca.pem"))
        line: http.client.HTTPConnection = http.client.HTTPSConnection(HERE, running.port, context=trusted)
    else:
        line = http.client.HTTPConnection(HERE, running.console_port)
    for given in running.told("training")["accounts"]:
        typed = urlencode({"user": given["user"], "password": given["password"]})
        line.request("POST", "/sign-in", typed, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        answer.read()
        assert (answer.status, answer.headers["Location"]) == (303, "/"), given["role"]
    line.close()


def test_second_start_on_the_same_folder_is_refused_in_words_and_the_first_goes_on(running):
    second = Process(running.data)
    assert "Another station serves from this folder" in refused(second)
    assert running.answers()
    assert running.told("code", "--officer", "4471")["code"]


def test_folder_is_free_again_after_a_kill(station):
    station.start()
    station.kill()
    station.start()
    assert station.answers()


@pytest.mark.parametrize("which", ["port", "console_port"])
def test_port_in_use_is_named(which, station):
    with socket.create_server((HERE, 0)) as taken:
        setattr(station, which, taken.getsockname()[1])
        assert f"Port {taken.getsockname()[1]} is taken" in refused(station)


def test_port_that_is_none_is_refused(station):
    station.port = 70_000
    assert "Port 70000 is taken" in refused(station)


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGINT])
def test_station_that_is_asked_to_stop_ends_as_asked(wish, station):
    station.start()
    assert station.serving is not None
    station.serving.send_signal(wish)
    assert station.serving.wait(30) == 0
    assert station.log == ""


def test_records_and_keys_are_for_the_stations_user_alone(running):
    for path in running.data.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_live_station_has_no_plain_console_and_none_of_the_training_people(station):
    live(station)
    station.start()
    with socket.socket() as probe:
        assert probe.connect_ex((HERE, station.console_port)) != 0
    done = station.run("training")
    assert (done.returncode, done.stdout) == (1, "")
    assert "A live station has no training accounts." in done.stderr


def test_live_station_that_could_read_the_recovery_private_half_is_refused(station):
    live(station)
    (station.data / "keys" / "recovery-private.key").write_bytes(b"x" * 32)
    assert "A recovery private key lies beside this live station" in refused(station)


def test_live_and_training_never_share_a_folder(station):
    station.told("training")
    before = {path: path.read_bytes() for path in station.data.rglob("*.key")}
    other = Process(station.data, ("--live",))
    assert "other kind" in refused(other)
    assert {path: path.read_bytes() for path in station.data.rglob("*.key")} == before
    assert station.told("training")


def test_training_start_leaves_a_live_folder_as_it_was(station):
    live(station)
    station.told("officer", "add", "--number", "1", "--rank", "PC", "--force", "N", "--area", "E")
    other = Process(station.data)
    assert "other kind" in refused(other)
    assert not list(station.data.rglob("recovery-private.key"))
