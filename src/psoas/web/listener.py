"""Granian on a port that is held already.

On Linux Granian binds its port once for each worker, shared with whoever else asks in the same way: two servers of two people
would answer in turn under one address. Here all workers take turns at the one socket that `serve` bound, for itself alone.
"""

import socket
import sys
from typing import Any

from granian._granian import SocketHolder
from granian.server.mp import MPServer


class HeldServer(MPServer):
    """Listens where it is told, and binds nothing. Granian makes its socket in the one method that is replaced here."""

    def __init__(self, *told: Any, held: socket.socket, **more: Any) -> None:
        super().__init__(*told, **more)
        self._held = held

    def _init_shared_socket(self) -> None:
        self._ssp = None
        self._sfd: Any = self._held.fileno()
        holder: Any = SocketHolder  # its stubs leave out what it is made of
        self._shd = holder(self._sfd) if sys.platform == "win32" else holder(self._sfd, False, self.backlog)
        self._sso = self._held
