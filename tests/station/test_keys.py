"""The station's own CA and keys: made once, private, renewed in time; the recovery half stays away."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sync.pinning import key_pin
from sync.station import certificates
from sync.station.base import WrongKind
from sync.station.keyfiles import KeysUnreadable
from sync.station.keys import keys_in
from sync.station.recovery import RecoveryKeyMissing, RecoveryKeyPresent

DAY = timedelta(days=1)


def shown(path) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(path.read_bytes())


def test_second_start_has_the_same_keys_and_certificates(tmp_path):
    first, second = keys_in(tmp_path, training=True), keys_in(tmp_path, training=True)
    assert (first.ca, first.ca_pin, first.backup_pin, first.recovery_public) == (
        second.ca, second.ca_pin, second.backup_pin, second.recovery_public
    )  # fmt: skip
    assert first.station_key == second.station_key
    assert first.ca_pin != first.backup_pin


def test_every_file_is_for_the_station_alone(tmp_path):
    keys_in(tmp_path, training=True)
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    for path in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_server_certificate_is_signed_by_the_ca_and_shown_with_it(tmp_path):
    keys = keys_in(tmp_path, training=True)
    leaf, ca = shown(keys.server_certificate)
    leaf.verify_directly_issued_by(ca)
    assert key_pin(ca).hex() == keys.ca_pin
    assert ca.public_bytes(Encoding.PEM).decode() == keys.ca
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def names_of(keys) -> set[str]:
    leaf = shown(keys.server_certificate)[0]
    found = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return {str(name.value) for name in found}


def test_server_certificate_names_this_machine_and_what_handsets_reach_it_by(tmp_path):
    keys = keys_in(tmp_path, training=True, names=["station.northvale.example", "192.0.2.8"])
    assert {"127.0.0.1", "localhost", "station.northvale.example", "192.0.2.8"} <= names_of(keys)


def test_certificate_that_lacks_a_name_is_made_again_by_the_same_ca(tmp_path):
    first = keys_in(tmp_path, training=True)
    assert "station.northvale.example" not in names_of(first)
    second = keys_in(tmp_path, training=True, names=["station.northvale.example"])
    assert "station.northvale.example" in names_of(second)
    assert second.ca == first.ca
    again = second.server_certificate.read_bytes()
    assert keys_in(tmp_path, training=True).server_certificate.read_bytes() == again


@pytest.mark.parametrize(("days", "renewed"), [(certificates.RENEW_DAYS - 1, True), (364, False)])
def test_server_certificate_is_renewed_when_it_nears_its_end(days, renewed, tmp_path, monkeypatch):
    monkeypatch.setattr(certificates, "SERVER_DAYS", days)
    before = keys_in(tmp_path, training=True).server_certificate.read_bytes()
    monkeypatch.undo()
    keys = keys_in(tmp_path, training=True)
    assert (keys.server_certificate.read_bytes() != before) is renewed
    assert shown(keys.server_certificate)[0].not_valid_after_utc > datetime.now(UTC) + 60 * DAY


def test_ca_renewed_keeps_its_key_so_that_enrolled_handsets_know_it(tmp_path, monkeypatch):
    monkeypatch.setattr(certificates, "CA_DAYS", certificates.CA_RENEW_DAYS - 1)
    before = keys_in(tmp_path, training=True)
    monkeypatch.undo()
    after = keys_in(tmp_path, training=True)
    assert after.ca != before.ca
    assert after.ca_pin == before.ca_pin
    leaf, ca = shown(after.server_certificate)
    leaf.verify_directly_issued_by(ca)
    assert ca.public_bytes(Encoding.PEM).decode() == after.ca


def test_damaged_certificate_is_made_again_and_a_damaged_key_is_not(tmp_path):
    before = keys_in(tmp_path, training=True)
    for name in ("ca.pem", "server.pem"):
        (tmp_path / "keys" / name).write_bytes(b"\0damaged")
    assert keys_in(tmp_path, training=True).ca_pin == before.ca_pin
    for name in ("ca.key", "signing.key"):
        kept = (tmp_path / "keys" / name).read_bytes()
        (tmp_path / "keys" / name).write_bytes(b"\0damaged")
        with pytest.raises(KeysUnreadable):
            keys_in(tmp_path, training=True)
        assert (tmp_path / "keys" / name).read_bytes() == b"\0damaged"
        (tmp_path / "keys" / name).write_bytes(kept)


def test_keys_of_the_other_kind_are_refused_and_no_recovery_half_is_made(tmp_path):
    live(tmp_path)
    with pytest.raises(WrongKind):
        keys_in(tmp_path, training=True)
    assert not (tmp_path / "keys" / "recovery-private.key").exists()
    live(tmp_path)


def test_training_keys_do_not_serve_a_live_station(tmp_path):
    keys_in(tmp_path, training=True)
    with pytest.raises(WrongKind):
        keys_in(tmp_path, training=False)


PAIR = X25519PrivateKey.generate()
PUBLIC = PAIR.public_key().public_bytes_raw().hex()


def live(data, public: str = PUBLIC) -> str:
    """A live station's keys; the recovery public key that it would give to handsets."""
    folder = data / "keys"
    folder.mkdir(exist_ok=True)
    (folder / "recovery.pub").write_text(public + "\n")
    return keys_in(data, training=False).recovery_public


def test_live_station_gives_the_public_half_that_the_force_put_there(tmp_path):
    assert live(tmp_path) == PUBLIC
    assert live(tmp_path, PUBLIC.upper()) == PUBLIC


@pytest.mark.parametrize("public", ["", "xyz", PUBLIC[:-2], PUBLIC + "00"])
def test_live_station_without_a_public_half_does_not_start(public, tmp_path):
    with pytest.raises(RecoveryKeyMissing):
        live(tmp_path, public)


PRIVATE = {
    "keys/recovery-private.key": b"anything at all",
    "anything.bin": PAIR.private_bytes_raw(),
    "keys/backup/note.txt": PAIR.private_bytes_raw().hex().encode() + b"\n",
    "old/key.pem": PAIR.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
}


@pytest.mark.parametrize("name", PRIVATE)
def test_live_station_that_can_read_the_private_half_does_not_start(name, tmp_path):
    live(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PRIVATE[name])
    with pytest.raises(RecoveryKeyPresent):
        live(tmp_path)


def test_live_station_that_holds_some_other_key_does_start(tmp_path):
    other = X25519PrivateKey.generate()
    (tmp_path / "other.bin").write_bytes(other.private_bytes_raw())
    (tmp_path / "other.pem").write_bytes(
        other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    assert live(tmp_path) == PUBLIC
