"""``rawi export html``: one file with what was chosen, its context, and all that proves it."""

from __future__ import annotations

import click

from rawi.cli.faults import Fault, advising
from rawi.cli.session import Session, asked, asking
from rawi.cli.streams import write
from rawi.cli.targets import refuse_target, write_target


@click.command("html")
@click.argument("targets", nargs=-1, metavar="[ID...]")
@click.option("--dossier", "name", metavar="NAME", help="What is in this dossier, with its notes.")
@click.option("--title", metavar="WORDS", help="Title of the file; else that of the dossier or article.")
@click.option("-o", "--output", metavar="FILE", required=True, help="Write to FILE, whole or not at all.")
@click.option("--manifest", metavar="FILE", help="Write the hashes, texts and quotes as JSON too.")
@asking
def command(
    session: Session,
    targets: tuple[str, ...],
    name: str | None,
    title: str | None,
    output: str,
    manifest: str | None,
) -> int:
    """Write one HTML file that needs nothing else: fonts inside, no network, ready for print.

    ID: a document, statement, figure, event, series, story, or comparison (also A/B of two entries). Entries
    stand in their article's own words with the chain, each day with what it is of, and the review; at the end
    are the hashes of every document and the place of every quote.
    """
    from rawi.ledger.clock import stamp, utc_now
    from rawi.views.jsonl import encode_object
    from rawi.views.report.manifest import build_manifest, encode_manifest
    from rawi.views.report.page import render_report
    from rawi.views.report.parts import load_report

    if bool(targets) == bool(name):
        raise Fault(
            "usage.value", "export html", "give ids or --dossier NAME", "rawi export html ID... -o FILE"
        )
    for option, file in (("--output", output), ("--manifest", manifest)):
        refuse_target(option, file, session.path, [output] if file is manifest and manifest else [])
    with session.open_ledger() as ledger, advising("E307", "dossier"), asked("ID"):
        session.renew(ledger)
        if name is not None:
            title = title or ledger.dossiers.find(name).name
            items = ledger.dossiers.items(name)
        else:
            items = ledger.dossiers.look(*targets)
        report = load_report(ledger, title, items, stamp(utc_now()))
    proof = build_manifest(report)
    write_target(output, (one.encode() for one in render_report(report, session.language or "ar")))
    if manifest is not None:
        write_target(manifest, [encode_manifest(proof) + b"\n"])
    if session.json:
        write(encode_object("export.html", file=output, manifest=manifest, items=len(items),
                            documents=len(proof.documents), quotes=len(proof.quotes)))  # fmt: skip
    else:
        told = f"{len(items)} items, {len(proof.documents)} documents, {len(proof.quotes)} quotes"
        session.say(f"{output}: {told}")
    return 0
