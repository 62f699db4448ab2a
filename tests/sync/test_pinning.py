"""The handset talks to its own station or to nobody: not one byte of a request leaves before that."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from app.ports import Reach
from sync.line import TlsLine
from sync.pinning import Trust
from sync.wire import Asked, Heard
from tests.sync.authority import DAY, HOST, Keyed, authority, station
from tests.sync.listener import Listener

CA = authority()
SPARE = authority("spare CA")
TRUST = Trust(CA.pem, SPARE.pin)
QUESTION = Asked("POST", "/v1/push", {"Doorstep-Stream": "s-1"}, b"what she said")


def ask(server: ssl.SSLContext | None, trust: Trust = TRUST) -> tuple[Heard | Reach, Listener]:
    with Listener(server) as heard:
        line = TlsLine(HOST, heard.port, trust)
        answer = line.ask(QUESTION)
        line.close()
    return answer, heard


def test_our_station_hears_the_whole_request() -> None:
    answer, heard = ask(station(CA).server())
    assert answer == Heard(200, b"{}")
    assert heard.told.startswith(b"POST /v1/push HTTP/1.1\r\n")
    assert heard.told.endswith(b"\r\n\r\nwhat she said")


STRANGERS = {
    "signed by itself": authority("station"),
    "of another CA": station(authority()),
    "of another CA with the same name": station(authority("CA")),
    "for another host": station(CA, "127.0.0.2"),
    "for a name, not the address": station(CA, "localhost"),
    "run out": station(CA, age=10 * DAY, life=9 * DAY),
    "not valid yet": station(CA, age=-DAY),
    "run out, of the spare CA": station(SPARE, age=10 * DAY, life=9 * DAY),
    "for another host, of the spare CA": station(SPARE, "127.0.0.2"),
}


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS)
def test_nothing_is_told_to_a_station_with_a_certificate(stranger: Keyed) -> None:
    answer, heard = ask(stranger.server())
    assert answer is Reach.WRONG_CERTIFICATE
    assert heard.connections > 0
    assert heard.told == b""


def old_tls() -> ssl.SSLContext:
    server = station(CA).server()
    server.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1 is deprecated"):
        server.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning, match=r"TLSv1_1 is deprecated"):
        server.maximum_version = ssl.TLSVersion.TLSv1_1
    return server


def test_nothing_is_told_over_tls_1_1() -> None:
    answer, heard = ask(old_tls())
    assert answer is Reach.WRONG_CERTIFICATE
    assert heard.told == b""


def test_the_tls_1_1_server_does_speak_tls_1_1() -> None:
    """Else the test above would prove nothing."""
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.load_verify_locations(cadata=CA.pem)
    client.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1 is deprecated"):
        client.minimum_version = ssl.TLSVersion.TLSv1
    with (
        Listener(old_tls()) as heard,
        socket.create_connection((HOST, heard.port)) as plain,
        client.wrap_socket(plain, server_hostname=HOST) as line,
    ):
        assert line.version() == "TLSv1.1"


def test_nothing_readable_is_told_to_a_server_without_tls() -> None:
    answer, heard = ask(None)
    assert answer is Reach.WRONG_CERTIFICATE
    assert b"POST" not in heard.told
    assert b"what she said" not in heard.told


def test_the_trust_store_of_the_machine_has_no_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = authority()
    (tmp_path / "roots.pem").write_text(other.pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "roots.pem"))
    answer, heard = ask(station(other).server())
    assert (answer, heard.told) == (Reach.WRONG_CERTIFICATE, b"")


def test_a_station_with_the_spare_key_of_the_force_is_ours() -> None:
    answer, heard = ask(station(SPARE).server())
    assert answer == Heard(200, b"{}")
    assert heard.told.endswith(b"what she said")


def test_a_ca_renewed_with_the_same_key_is_ours() -> None:
    old = authority("CA", CA.key, age=401 * DAY)
    answer, _ = ask(station(CA).server(), Trust(old.pem))
    assert answer == Heard(200, b"{}")


def test_without_a_spare_key_only_the_enrolled_ca_counts() -> None:
    answer, heard = ask(station(SPARE).server(), Trust(CA.pem))
    assert (answer, heard.told) == (Reach.WRONG_CERTIFICATE, b"")


def test_a_spare_ca_that_is_shown_and_did_not_sign_is_no_use() -> None:
    forged = station(authority("spare CA"))
    shown = Keyed(forged.certificate, forged.key, (SPARE.certificate,))
    answer, heard = ask(shown.server())
    assert (answer, heard.told) == (Reach.WRONG_CERTIFICATE, b"")


def test_a_station_certificate_is_no_ca_even_when_enrolled_as_one() -> None:
    leaf = station(CA)
    answer, heard = ask(leaf.server(), Trust(leaf.pem))
    assert (answer, heard.told, heard.connections) == (Reach.WRONG_CERTIFICATE, b"", 0)


def test_a_port_where_nobody_listens_is_no_route() -> None:
    with Listener(None) as gone:
        pass
    assert TlsLine(HOST, gone.port, TRUST).ask(QUESTION) is Reach.NO_ROUTE
