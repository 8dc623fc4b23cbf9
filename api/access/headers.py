"""The headers that every answer bears, in one place."""

from __future__ import annotations

import secrets

from starlette.types import Scope

_POLICY = (
    "default-src 'self'; style-src 'self' 'nonce-{nonce}'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
#: The headers that are the same on every answer.
UNCHANGING: tuple[tuple[str, str], ...] = (
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    # Not `no-referrer`: browsers then send `Origin: null` with our own forms.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)


def security_headers(nonce: str) -> tuple[tuple[str, str], ...]:
    """Return the security headers of one answer.

    Parameters
    ----------
    nonce : what the style elements of this answer alone may bear.
    """
    return (("content-security-policy", _POLICY.format(nonce=nonce)), *UNCHANGING)


def nonce_of(scope: Scope) -> str:
    """Return the nonce of a request, made when it is first asked for."""
    state = scope.setdefault("state", {})
    nonce: str = state.setdefault("nonce", secrets.token_urlsafe(18))
    return nonce
