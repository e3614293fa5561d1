"""``rawi serve``: the ledger in a browser, on this machine alone or, with accounts, for others."""

from __future__ import annotations

import click

from rawi.cli.session import Session, asking


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8017, help="The port; 0 for any that is free.")
@click.option("--open", "open_", is_flag=True, help="Open the browser.")
@click.option("--read-only", is_flag=True, help="Refuse whatever changes the ledger.")
@click.option("--host", default="127.0.0.1", help="Listen on this address, 0.0.0.0 for all; needs accounts.")
@click.option("--name", "names", multiple=True, metavar="HOST[:PORT]", help="A further name of this server.")
@click.option("--origin", "origins", multiple=True, metavar="URL",
              help="Where browsers see it behind a proxy: https://rawi.example.org.")  # fmt: skip
@click.option("--accounts", metavar="FILE", help="Ask for accounts; LEDGER.accounts where they are needed.")
@asking
def command(
    session: Session,
    port: int,
    open_: bool,
    read_only: bool,
    host: str,
    names: tuple[str, ...],
    origins: tuple[str, ...],
    accounts: str | None,
) -> int:
    """Show the ledger in a browser, in Arabic and English, until Ctrl-C.

    Only this machine is answered, and only the browser that opens the printed address; it lets one in, once.
    With --host, --name or --origin others are answered too, and then only who has an account (rawi accounts).
    The ledger is made where there is none. Nothing is ever fetched from elsewhere. With --json the key is
    printed too, with which programs use the API; where there are accounts there is none.
    """
    from rawi.views.jsonl import encode_object
    from rawi.web.serving import bind, serve
    from rawi.web.site import build_site

    accounts = _find_accounts(session, host, (*names, *origins), accounts)
    session.open_ledger(create=not read_only).close()
    listening = bind(port, host)
    port = listening.getsockname()[1]
    site = build_site(
        session.path, port, read_only=read_only, language=session.language or "ar", host=host, names=names,
        origins=origins, accounts=accounts,
    )  # fmt: skip
    address = site.address if accounts else f"{site.address}?token={site.token}"

    def started() -> None:
        if session.json:
            click.echo(encode_object("serve", address=address, key=site.key).decode(), nl=False)
        else:
            click.echo(address)
            session.say("Ctrl-C stops it / للإيقاف: Ctrl-C")
        if site.is_plain:
            session.say(_PLAIN)
        if open_:
            click.launch(address)

    serve(site, listening, started)
    return 0


_PLAIN = (
    "! كلمات المرور تعبر الشبكة بلا تشفير: ضع أمامه وكيلًا يتكلم TLS\n"
    "! passwords cross the network in the clear: put a proxy with TLS before it (docs/guide/teams.md)"
)


def _find_accounts(session: Session, host: str, told: tuple[str, ...], path: str | None) -> str | None:
    """Return the file of accounts if they are asked for or needed, null where the start token is enough.

    AccountsMissing if there is none with an admin in it, AddressRefused for names that are none.
    """
    from rawi.web.accounts.store import Accounts, beside
    from rawi.web.site import AddressRefused, is_everywhere, is_loopback, is_own

    if path is None and is_loopback(host) and all(is_own(one) for one in told):
        return None
    path = path or beside(session.path)
    Accounts(path).require_admin()
    if is_everywhere(host) and not told:
        raise AddressRefused(f"{host}: say by --name or --origin what browsers call this server")
    return path
