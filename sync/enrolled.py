"""The station's signed answer to a code, read with care."""

from __future__ import annotations

import re
from typing import Any

from app.ports import Enrolment, Officer
from app.timekeeping import local
from sync.moments import moment
from sync.pinning import NotACertificate, certificate, key_pin
from sync.signing import station_signed

_STREAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEY = re.compile(r"[0-9a-f]{64}")
_OFFICER = ("number", "name", "rank", "force", "area", "team")


def read_enrolment(said: dict[str, Any], url: str, ca_pin: bytes) -> Enrolment | None:
    """The enrolment that the station signed; None when the signature or anything in it is wrong."""
    ends = moment(said.get("lease_ends"))
    officer = _officer(said.get("officer"))
    if not _keys_are_keys(said) or not station_signed(said["station_key"], "enrolment", said):
        return None
    if ends is None or officer is None or type(said.get("training")) is not bool:
        return None
    if not isinstance(said.get("policy"), dict) or not _same_ca(said.get("ca"), ca_pin):
        return None
    return Enrolment(
        stream=said["stream"],
        officer=officer,
        training=said["training"],
        station_url=url,
        station_ca=said["ca"],
        backup_pin=said["backup_pin"],
        station_key=said["station_key"],
        recovery_key=said["recovery_key"],
        lease_secret=said["lease_secret"],
        lease_ends=local(ends),
        policy=said["policy"],
    )


def is_key(value: Any) -> bool:
    """32 bytes in lower-case hex."""
    return isinstance(value, str) and bool(_KEY.fullmatch(value))


def _keys_are_keys(said: dict[str, Any]) -> bool:
    named = ("station_key", "recovery_key", "lease_secret")
    stream, spare = said.get("stream"), said.get("backup_pin")
    known = isinstance(stream, str) and _STREAM.fullmatch(stream) is not None
    return known and all(is_key(said.get(name)) for name in named) and (spare == "" or is_key(spare))


def _officer(value: Any) -> Officer | None:
    if not isinstance(value, dict):
        return None
    told = [value.get(name) for name in _OFFICER]
    number, name, rank, force, area, team = (str(each) for each in told)
    whole = all(isinstance(each, str) for each in told) and number
    return Officer(number, name, rank, force, area, team) if whole else None


def _same_ca(ca: Any, ca_pin: bytes) -> bool:
    try:
        return isinstance(ca, str) and key_pin(certificate(ca))[: len(ca_pin)] == ca_pin
    except NotACertificate:
        return False
