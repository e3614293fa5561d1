"""The ledger in a browser: pages in Arabic and English, each also as JSON and CSV; all on this machine."""
