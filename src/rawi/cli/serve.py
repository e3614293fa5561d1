"""``rawi serve``: the ledger in a browser, on this machine alone."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8017, help="The port; 0 for any that is free.")
@click.option("--open", "open_", is_flag=True, help="Open the browser.")
@click.option("--read-only", is_flag=True, help="Refuse whatever changes the ledger.")
@asking
def command(session: Session, port: int, open_: bool, read_only: bool) -> int:
    """Show the ledger in a browser, in Arabic and English, until Ctrl-C.

    Only this machine is answered, and only the browser that opens the printed address; it lets one in, once.
    The ledger is made where there is none. Nothing is ever fetched from elsewhere. With --json the key is
    printed too, with which programs use the API.
    """
    from rawi.views.jsonl import encode_object
    from rawi.web.serving import HOST, bind, serve
    from rawi.web.site import build_site

    session.open_ledger(create=not read_only).close()
    listening = bind(port)
    port = listening.getsockname()[1]
    site = build_site(session.path, port, read_only=read_only, language=session.language or "ar")
    address = f"http://{HOST}:{port}/?token={site.token}"

    def started() -> None:
        if session.json:
            click.echo(encode_object("serve", address=address, key=site.key).decode(), nl=False)
        else:
            click.echo(address)
            session.say("Ctrl-C stops it / للإيقاف: Ctrl-C")
        if open_:
            click.launch(address)

    serve(site, listening, started)
    return 0
