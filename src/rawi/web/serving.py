"""Running the server until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from rawi.errors import RawiError
from rawi.web.app import build_app
from rawi.web.site import Site

HOST = "127.0.0.1"


class PortTaken(RawiError):
    """Another program listens on the port."""

    code = "web.port"


def bind(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine alone, 0 for any; PortTaken if it is taken."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise PortTaken(f"{HOST}:{port}: {error.strerror}") from error
    return listening


def serve(
    site: Site,
    listening: socket.socket,
    started: Callable[[], None],
    made: Callable[[uvicorn.Server], None] = lambda _: None,
) -> None:
    """Answer requests until the process is told to stop; ``started`` is called once it listens, ``made`` with
    the server before, whose ``should_exit`` stops it.

    Nothing of a request is logged: addresses hold what people look for (R14).
    """
    config = uvicorn.Config(
        build_app(site), log_level="warning", access_log=False, server_header=False, date_header=False,
        ws="none", timeout_graceful_shutdown=2,
    )  # fmt: skip

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    server = Server(config)
    made(server)
    server.run([listening])
