"""A TLS end as servers of old have it: it says what it minds before it hangs up."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_MAX_CALLERS = 64


@contextmanager
def relayed(port: int, tls: ssl.SSLContext) -> Iterator[int]:
    """Open a port that takes the TLS off and hands on to the plain `port`, one answer a caller."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.2)
        over = threading.Event()
        keeper = threading.Thread(target=_keep, args=(door, port, tls, over))
        keeper.start()
        try:
            yield int(door.getsockname()[1])
        finally:
            over.set()
            keeper.join()


def _keep(door: socket.socket, port: int, tls: ssl.SSLContext, over: threading.Event) -> None:
    callers: list[threading.Thread] = []
    while not over.is_set() and len(callers) < _MAX_CALLERS:
        with suppress(TimeoutError):
            caller, _ = door.accept()
            callers.append(threading.Thread(target=_serve, args=(caller, port, tls)))
            callers[-1].start()
    for thread in callers:
        thread.join()


def _serve(caller: socket.socket, port: int, tls: ssl.SSLContext) -> None:
    with caller, suppress(OSError):
        caller.settimeout(5)
        with (
            tls.wrap_socket(caller, server_side=True) as safe,
            socket.create_connection(("127.0.0.1", port), 5) as plain,
        ):
            heard = b""
            while not heard.endswith(b"\r\n\r\n"):
                piece = safe.recv(65_536)
                if not piece:  # the caller has gone
                    return
                heard += piece
            plain.sendall(heard)
            plain.shutdown(socket.SHUT_WR)
            while piece := plain.recv(65_536):
                safe.sendall(piece)
