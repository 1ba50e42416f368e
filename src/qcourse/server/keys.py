"""The one-time key of the printed address: whoever holds it first is the learner."""

from __future__ import annotations

import hmac
import secrets


class OneTimeKey:
    """A key that opens the course once; afterwards, ``renew`` makes the next one."""

    def __init__(self) -> None:
        """Make the first key."""
        self._key: str | None = secrets.token_urlsafe(24)

    @property
    def unused(self) -> str | None:
        """The key that still opens, or None when it has been used."""
        return self._key

    def use(self, offered: str) -> bool:
        """Whether ``offered`` opens; it does so once."""
        if self._key is None or not hmac.compare_digest(offered.encode(), self._key.encode()):
            return False
        self._key = None
        return True

    def renew(self) -> str | None:
        """A new key when the last one has been used; None while that one still opens."""
        if self._key is not None:
            return None
        self._key = secrets.token_urlsafe(24)
        return self._key
