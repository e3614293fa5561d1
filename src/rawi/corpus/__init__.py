"""The same extraction over many files: cut into partitions, run by a pool, by Daft, or by Daft on Ray."""
