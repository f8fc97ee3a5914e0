"""Nothing but this computer: a process that reaches for anything else ends with exit code 3 and the address."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

HERE = frozenset({"127.0.0.1", "::1", "localhost", "", "None"})
REACHED_OUT = 3


def forbid_network() -> None:
    """From now on, for the rest of this process. Files, pipes and Unix sockets are untouched."""
    sys.addaudithook(_refuse)


def _refuse(event: str, args: Sequence[object]) -> None:
    if event == "socket.getaddrinfo":
        host = str(args[0])
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
    else:
        return
    if host not in HERE:
        os.write(2, f"reached for {host}\n".encode())
        os._exit(REACHED_OUT)  # an exception could be swallowed by the library that reached out
