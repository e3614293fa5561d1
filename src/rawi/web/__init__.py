"""The ledger in a browser: pages in Arabic and English, each also as JSON and CSV; nothing leaves the machine."""
