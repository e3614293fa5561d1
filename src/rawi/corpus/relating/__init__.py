"""What holds across the documents of a corpus, found by Daft with the functions of the ledger."""
