"""Running the server until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from rawi.errors import RawiError
from rawi.web.app import build_app
from rawi.web.site import HOST, Site


class PortTaken(RawiError):
    """Another program listens on the port."""

    code = "web.port"


def bind(port: int, host: str = HOST) -> socket.socket:
    """Return a socket that listens on a port of an address, 0 for any; PortTaken if it is taken or cannot be.

    IPv6 addresses are listened on alone, so that ``::`` is not all of IPv4 too, unnoticed.
    """
    host = HOST if host == "localhost" else host
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if ":" in host:
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortTaken(f"{host}:{port}: {error.strerror}") from error
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
        proxy_headers=False,  # else whoever asks could say from where, and count as another at the login
    )  # fmt: skip

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    server = Server(config)
    made(server)
    server.run([listening])
