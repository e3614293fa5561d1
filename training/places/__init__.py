"""Places of open gazetteers: read, cleaned, joined, ranked, written as the tables that are shipped."""
