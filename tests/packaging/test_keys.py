"""Only scrypt, AES-256-GCM, HKDF, Ed25519 and X25519.

The phone's OpenSSL has no Argon2: it would work on every machine that tests it and fail on the phone alone.
"""

from __future__ import annotations

import ast

import pytest

from tests.packaging.tree import calls, imports, is_under, product

ALLOWED = (
    "cryptography.exceptions",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.asymmetric.x25519",
    "cryptography.hazmat.primitives.ciphers.aead.AESGCM",
    "cryptography.hazmat.primitives.constant_time",
    "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.kdf.scrypt",
    "cryptography.hazmat.primitives.serialization",
    "cryptography.x509",
)
# A station's TLS certificate, and nothing else, may have a key of this kind.
STATION_ALSO = ("cryptography.hazmat.primitives.asymmetric.ec",)
# A token of the force's identity provider is checked by this library, there and nowhere else.
TOKENS, TOKENS_AT = "joserfc", "sync.station.identity"
BARRED = (
    "argon2", "bcrypt", "nacl", "Crypto", "Cryptodome", "sqlcipher3", "pysqlcipher3", "jose", "jwt",
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "random", "crypt", "telnetlib",
    "flet_webview", "flet_ads", "flet.security",
)  # fmt: skip
BARRED_CALLS = ("eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load")
WEAK = (
    "MD5", "SHA1", "md5", "sha1", "pbkdf2_hmac", "PBKDF2HMAC", "Argon2id", "Fernet",
    "AESCCM", "AESGCMSIV", "AESOCB3", "AESSIV", "ChaCha20Poly1305",
)  # fmt: skip


def permitted(module: str, name: str) -> bool:
    allowed = (*ALLOWED, *STATION_ALSO) if is_under(module, "sync.station") else ALLOWED
    # `from a.b import c` is seen as a.b too, which is the way to what is allowed.
    return is_under(name, *allowed) or any(path.startswith(f"{name}.") for path in allowed)


def faults(module: str, text: str) -> list[str]:
    """What a module imports, calls or names that it must not."""
    found = [f"imports {name}" for name in imports(text) if is_under(name, *BARRED)]
    if not is_under(module, TOKENS_AT):
        found += [f"imports {name}" for name in imports(text) if is_under(name, TOKENS)]
    taken = [name for name in imports(text) if is_under(name, "cryptography")]
    found += [f"imports {name}" for name in taken if not permitted(module, name)]
    found += [f"calls {name}" for name, _ in calls(text) if name in BARRED_CALLS]
    found += [f"names {name}" for name in names(text) if name in WEAK]
    return [f"{module} {fault}" for fault in found]


def names(text: str) -> list[str]:
    tree = ast.walk(ast.parse(text))
    return [node.attr for node in tree if isinstance(node, ast.Attribute)]


def test_no_module_uses_other_cryptography_or_runs_text_as_code() -> None:
    assert [fault for module, text in product().items() for fault in faults(module, text)] == []


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("storage.keys", "from cryptography.hazmat.primitives.kdf.argon2 import Argon2id"),
        ("storage.keys", "from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305"),
        ("storage.keys", "from cryptography.fernet import Fernet"),
        ("storage.keys", "from cryptography.hazmat.primitives import hashes\nhashes.SHA1()"),
        ("storage.keys", "import random"),
        ("storage.snapshot", "import pickle"),
        ("sync.client", "from cryptography.hazmat.primitives.asymmetric import ec"),
        ("sync.client", "from cryptography.hazmat.primitives.asymmetric import rsa"),
        ("app.guidance", "eval('1')"),
        ("views.screens.card", "import flet_webview"),
        ("tools.run", "import os\nos.system('ls')"),
        ("sync.signing", "from joserfc import jwt"),
        ("sync.station.keys", "from joserfc import jwt"),
        ("sync.station.identity.tokens", "from cryptography.hazmat.primitives.asymmetric import rsa"),
    ],
)
def test_forbidden_means_are_noticed(module: str, text: str) -> None:
    assert faults(module, text)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("storage.sealing", "from cryptography.hazmat.primitives.ciphers.aead import AESGCM"),
        ("storage.sealing", "from cryptography.hazmat.primitives import hashes, serialization"),
        ("sync.station.tls", "from cryptography import x509"),
        ("sync.station.tls", "from cryptography.hazmat.primitives.asymmetric import ec"),
        ("app.entry", "import hashlib\nhashlib.sha256()"),
        ("sync.station.identity.tokens", "from joserfc import jwt"),
    ],
)
def test_allowed_means_are_allowed(module: str, text: str) -> None:
    assert faults(module, text) == []
