"""Sources to records to the ledger: all accounted for, resumable, one bad document stops nothing."""
