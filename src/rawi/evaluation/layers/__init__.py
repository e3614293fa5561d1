"""One file per layer of the record: how it is compared with the gold."""
