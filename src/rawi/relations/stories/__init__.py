"""Reports of one happening."""
