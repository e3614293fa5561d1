"""Cases that fail for now, and why: each must go from here as soon as it is as it must be."""

_WHY = {
    "content of an odd type is not read; a feed read as a page glues a link to the words": (
        "feeds/atom-odd-type.xml",
        "feeds/deep-behind.xml",
    ),
    "a first line that names no columns": ("csv/comments.csv",),
    "what stands behind a damaged member of gzip is not looked for": ("warc/altered.warc.gz",),
    "a page whose address is not http is passed over": ("warc/uri-odd.warc", "warc/uri-file.warc"),
}
AWAITED = {name: why for why, names in _WHY.items() for name in names}
