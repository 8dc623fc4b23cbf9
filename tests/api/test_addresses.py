"""What is counted for each client is counted for its address, or for the network it is given."""

from __future__ import annotations

import pytest

from api.addresses import client_at


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("127.0.0.2", "127.0.0.2"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:0:1", "2001:db8::/64"),
        ("2001:db8:0:1::1", "2001:db8:0:1::/64"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_who_has_many_addresses_is_one_client(host: str, client: str) -> None:
    assert client_at(host) == client
