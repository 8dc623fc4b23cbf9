"""Secrets: made here, kept as digests, compared in constant time.

A secret has 256 random bits, so nobody can try them all: SHA-256 is enough at rest. The slow and
salted hashes that passwords need would only make every request slower.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_BYTES = 32


def new_secret() -> str:
    """Return 256 random bits in letters that an address can hold."""
    return secrets.token_urlsafe(_BYTES)


def new_name() -> str:
    """Return a short random name that is no secret."""
    return secrets.token_hex(4)


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def matches(secret: str, kept: str) -> bool:
    """Tell whether a secret is the one of which the digest was kept, in constant time."""
    return hmac.compare_digest(digest(secret), kept)
